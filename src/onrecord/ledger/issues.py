"""What an actor takes a stand on, in the report's words, and whether those words say anything."""

from functools import cache

from onrecord.lang import table
from onrecord.ledger.complements import cut_short, governed, without_open_marks
from onrecord.ledger.scene import ACTORS, Scene
from onrecord.ledger.verbs import is_passive, phrase
from onrecord.model.marks import Entity, Statement
from onrecord.model.words import Word

LONGEST_ISSUE = 90
"""Code points of an issue that is still a short noun phrase."""


@cache
def position_words(section: str, name: str) -> frozenset[str]:
    """Return one list of the words of positions."""
    return frozenset(table("positions")[section][name])


def issue_of(scene: Scene, issue: Word, deed: Word | None, *, asked: Word | None) -> str:
    """Return the words of an issue: a noun, or of a demand the deed with all that belongs to it.

    "Rolf Dahm to be fired", "Corland to lift the blockade": what is asked for and of whom, not whom it is done to.
    """
    name = _bare(scene, issue)
    if deed is None:
        return name
    rest = governed(scene, deed)
    start = f"{name} to be {deed.text}" if is_passive(scene.parse, deed) else deed.lemma
    if asked is not None and asked.pos in ("NOUN", "PROPN") and not is_passive(scene.parse, deed):
        start = f"{_bare(scene, asked)} to {start}"
    return cut_short(f"{start} {rest}".strip())


def _bare(scene: Scene, noun: Word) -> str:
    """Return the words of a noun without what denies it, and without the "that" of a clause before it."""
    name = without_open_marks(phrase(scene, noun))
    for empty in ("no ", "No ", "zero ", *(("that ",) if noun.tag == "NNS" else ())):
        name = name.removeprefix(empty)
    return name


def can_stand(actor: Entity) -> bool:
    """Tell whether an actor is somebody: no pronoun that nobody is known for, and no paper ("the lawsuit")."""
    last = actor.name.lower().rpartition(" ")[2]
    return last not in position_words("words", "nobody") and actor.type in ACTORS


def is_empty(scene: Scene, issue: Word, name: str) -> bool:
    """Tell whether an issue says nothing ("efforts", "it"), or is cut out of a longer name ("market" interference)."""
    parse = scene.parse
    told = next(parse.dependents(issue, "amod", "compound"), None) is not None
    bare = len(name.split()) <= len(("his", "efforts")) and not told
    says_nothing = bare and issue.lemma.lower() in position_words("words", "no_issue")
    following = parse.words[issue.i + 1] if issue.i + 1 < len(parse.words) else issue
    bare_verb = following.tag in ("VB", "VBP") and " " not in name
    joined = (
        (following.pos == "NOUN" or bare_verb) and following.i == issue.i + 1 and following.sentence == issue.sentence
    )
    broken = joined and name.endswith(issue.text) and following.i not in scene.dated and not following.ent
    return not name or says_nothing or broken or name.lower() in position_words("words", "nobody")


def issue_of_silence(scene: Scene, statement: Statement) -> str | None:
    """Return what is not spoken about: what it is called ("the crime as murder"), the question, or its first noun."""
    span = statement.content[0]
    inside = scene.parse.words_between(span.start, span.end)
    question = span.exact.split()[0].lower() in position_words("idioms", "question")
    named = any(w.text.lower() == "as" and w.dep == "prep" for w in inside)
    if (question or named) and len(span.exact) <= LONGEST_ISSUE:
        return " ".join(span.exact.split())
    for word in inside:
        if word.ent in ("DATE", "TIME"):
            continue
        if word.pos in ("NOUN", "PROPN") and word.dep in ("pobj", "dobj", "ROOT", "nsubj", "conj"):
            return phrase(scene, word).removeprefix("no ") or None
    return None
