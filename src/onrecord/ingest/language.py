"""Which language a text is in: what is not English is said at once, not half read."""

import re
from functools import cache
from typing import Any

from onrecord.lang import table

SAMPLE = 20_000
"""Code points that are looked at."""
LETTER = re.compile(r"[^\W\d_]")
LATIN = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ\uff21-\uff3a\uff41-\uff5a]")  # noqa: RUF001 - full-width letters are Latin, too
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
FEWEST_LETTERS = 10
"""Letters of another script that show a language."""
FEWEST_WORDS = 8
"""Running words that show a language; of 6,785 English lines, headlines and tables among them, none was refused."""
SURE = 0.95
"""Probability from which a language other than English counts; below it the text is taken for English."""
NOT_FOREIGN = frozenset({"en", "pcm", "zxx"})
"""English, its creole that headlines are taken for, and no language at all."""


def find_foreign_language(text: str) -> str | None:
    """Name the language of a text that is not English; ``None`` if it is, or if that cannot be told.

    Only running words count, those without a capital: a list of Spanish players in an English paper is
    English. A text in another script needs no model.
    """
    sample = text[:SAMPLE]
    n_letters, n_latin = len(LETTER.findall(sample)), len(LATIN.findall(sample))
    if n_letters - n_latin >= FEWEST_LETTERS and n_latin * 2 < n_letters:
        return name_language(classify(sample)[0])
    words = running_words(sample)
    if len(words) < FEWEST_WORDS:
        return None
    language, probability = classify(" ".join(words))
    return name_language(language) if language not in NOT_FOREIGN and probability >= SURE else None


def running_words(text: str) -> list[str]:
    """Return the words without a capital; of a text all in capitals, all words."""
    if text.isupper():
        text = text.lower()
    return [word for word in WORD.findall(text) if word.islower()]


def name_language(code: str) -> str:
    """Return the English name of a language, or its code."""
    names: dict[str, str] = table("languages")["names"]
    return names.get(code, f"another language ({code})")


def classify(text: str) -> tuple[str, float]:
    """Return the likeliest language and its probability."""
    language, probability = identifier().classify(text)
    return str(language), float(probability)


@cache
def identifier() -> Any:  # noqa: ANN401 - py3langid has no types
    """Return the language model, loaded at its first use."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415 - takes half a second

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
