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
FEWEST_WORDS = 6
"""Running words that show a language."""
ENGLISH = ("en", "pcm", "zxx")
"""English, its creole that headlines are taken for, and no language at all."""
NOT_ENGLISH = 0.02
"""Probability of `ENGLISH` below which a text is refused. Of 6,785 lines of English news, headlines and tables among
them, the least likely had .27; sentences in ten other languages had at most .001."""


def find_foreign_language(text: str) -> str | None:
    """Name the language of a text that is not English; ``None`` if it is, or if that cannot be told.

    Only running words count, those without a capital: a list of Spanish players in an English paper is
    English. A text in another script needs no model.
    """
    sample = text[:SAMPLE]
    n_letters, n_latin = len(LETTER.findall(sample)), len(LATIN.findall(sample))
    if n_letters - n_latin >= FEWEST_LETTERS and n_latin * 2 < n_letters:
        return name_language(likeliest(rank(sample)))
    words = running_words(sample)
    if len(words) < FEWEST_WORDS:
        return None
    probabilities = rank(" ".join(words))
    english = sum(probabilities.get(code, 0.0) for code in ENGLISH)
    return name_language(likeliest(probabilities)) if english < NOT_ENGLISH else None


def running_words(text: str) -> list[str]:
    """Return the words without a capital; of a text all in capitals, all words."""
    if text.isupper():
        text = text.lower()
    return [word for word in WORD.findall(text) if word.islower()]


def name_language(code: str) -> str:
    """Return the English name of a language, or its code."""
    names: dict[str, str] = table("languages")["names"]
    return names.get(code, f"another language ({code})")


def likeliest(probabilities: dict[str, float]) -> str:
    """Return the code of the likeliest language, the first of equals."""
    return max(sorted(probabilities), key=probabilities.__getitem__)


def rank(text: str) -> dict[str, float]:
    """Return the probability of each language."""
    return {str(code): float(probability) for code, probability in identifier().rank(text)}


@cache
def identifier() -> Any:  # noqa: ANN401 - py3langid has no types
    """Return the language model, loaded at its first use."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415 - takes half a second

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
