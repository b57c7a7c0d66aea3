"""Which stretches that the grammar of time fits are none where they stand: names, measures, verbs, clocks."""

from collections.abc import Sequence

from onrecord.annotate.time_parts import kinds_of
from onrecord.annotate.time_tokens import TimeText, TimeToken, classes_of_words
from onrecord.lang import table
from onrecord.model.words import Parse

NAMES = ("PERSON", "ORG", "WORK_OF_ART", "FAC", "PRODUCT", "EVENT")
NOUNS = ("NOUN", "PROPN", "NUM", "SYM")
MOVE_REACH = 8
"""Words before two days in which a verb says that something was put off from the one to the other."""
QUOTES = ('"', "“", "”", "''", "``")
MONEY = ("$", "€", "£", "¥")


def is_time(rule: str, tokens: Sequence[TimeToken], first: int, *, row: TimeText, parse: Parse) -> bool:
    """Tell whether what the grammar found is a time where it stands."""
    kinds = kinds_of(tokens)
    if _is_name_of_other(tokens, parse) or (rule == "day" and _ends_title(row, first, len(tokens))):
        return False
    if set(kinds) & set("DBV") or rule in ("near_unit", "the_unit"):
        return not _is_in_name(row, first)
    match rule:
        case "year":
            right = len(tokens) > 1 or _is_year(tokens[0], first, row, parse)
        case "month" | "day" | "month_of" if set(kinds) & set("MW"):
            right = _is_name(tokens, parse)
        case "daypart" if kinds[0] == "T":
            right = not _is_in_name(row, first)
        case "named":
            right = not _leads_noun(tokens, parse)
        case "season":
            right = _is_noun(tokens, parse, "S") and _is_season(tokens, first, row)
        case "plural" | "weeks_in" | "numbered_day":
            right = row.low(first - 1) in table("times")["before"][rule] and not _is_hole(rule, row)
        case "duration":
            right = row.low(first - 1) not in MONEY and not _is_no_length(tokens, first, row=row, parse=parse)
        case _:
            right = True
    return right


def is_moved(row: TimeText, first: int) -> bool:
    """Tell whether the words before two days say that something was put off from the one to the other."""
    before = {token.text.lower() for token in row.tokens[max(0, first - MOVE_REACH) : first]}
    return bool(before & set(table("times")["moved"]["words"]))


def _ends_title(row: TimeText, first: int, length: int) -> bool:
    """Tell whether a word for a day is or ends a title in quotation marks (“Today”, “Fells News Sunday”).

    “Today,” with a comma may begin a remark that goes on behind its speaker.
    """
    if length > 1 or not first or not row.tokens[first].text[0].isupper():
        return False
    after = row.low(first + 1)
    if row.tokens[first - 1].text in QUOTES:
        return after in QUOTES
    closed = after in QUOTES or (after == "," and row.low(first + 2) in QUOTES)
    return closed and row.classes[first - 1] == "." and _is_in_name(row, first)


def _is_hole(rule: str, row: TimeText) -> bool:
    """Tell whether a text speaks of golf, where "on the 18th" is a hole."""
    return rule == "numbered_day" and not row.words.isdisjoint(table("times")["golf"]["words"])


def _is_name_of_other(tokens: Sequence[TimeToken], parse: Parse) -> bool:
    """Tell whether capitalised words of time begin a name ("April Dane", "the Sunday Ledger", "21st Century Fund")."""
    last = tokens[-1]
    found = parse.words_between(last.start, last.end) if last.kind in "MWUSPC'" and last.text[:1].isupper() else ()
    if not found or found[-1].i + 1 >= len(parse.words):
        return False
    word, after = found[-1], parse.words[found[-1].i + 1]
    close = after.sentence == word.sentence and after.text[:1].isupper() and after.pos in ("PROPN", "NOUN")
    if not close or after.ent in ("DATE", "TIME") or after.text.lower() in classes_of_words():
        return False
    named = word.ent in NAMES and after.ent == word.ent
    titled = last.kind == "U" or (last.kind == "W" and tokens[0].kind == "t" and word.dep == "compound")
    return named or (titled and after.tag in ("NNP", "NNPS") and word.tag in ("NNP", "NNPS"))


def _leads_noun(tokens: Sequence[TimeToken], parse: Parse) -> bool:
    """Tell whether a feast only says of what kind something is ("a Christmas tree")."""
    found = parse.words_between(tokens[-1].start, tokens[-1].end)
    if not found or tokens[-1].kind == "y":
        return False
    head = parse.words[found[-1].head]
    return found[-1].dep in ("compound", "nmod", "amod") and head.i > found[-1].i and head.pos in NOUNS


def _is_no_length(tokens: Sequence[TimeToken], first: int, *, row: TimeText, parse: Parse) -> bool:
    titled = tokens[0].kind in "dn" and tokens[-1].text.istitle()  # the program "60 Minutes"
    return titled or _is_clock_in_words(row, first, len(tokens)) or _is_some_day(tokens, parse)


def _is_some_day(tokens: Sequence[TimeToken], parse: Parse) -> bool:
    """Tell whether "one day" is some day that is not told ("she would become a judge one day")."""
    if len(tokens) != 2 or tokens[0].text.lower() != "one" or tokens[1].text.lower() != "day":  # noqa: PLR2004
        return False
    found = parse.words_between(tokens[1].start, tokens[1].end)
    if not found or found[0].dep != "npadvmod":
        return False
    verb = parse.words[found[0].head]
    return verb.tag in ("VB", "VBP") and all(word.lemma != "have" for word in parse.dependents(verb, "aux"))


def _is_clock_in_words(row: TimeText, first: int, length: int) -> bool:
    """Tell whether minutes are counted to or from an hour ("ten minutes to one"), so that they are no length."""
    end = first + length
    after = [token.text.lower() for token in row.tokens[end : end + 1]]
    of_hour = row.classes[end + 1 : end + 2] in ("w", "d", "N") and row.tokens[end - 1].value == "M"
    return of_hour and after[0] in table("times")["minutes_of"]["words"]


def _is_name(tokens: Sequence[TimeToken], parse: Parse) -> bool:
    """Tell whether a capitalised word is a month or weekday, not a verb ("May we", "March on") or a cut word."""
    words = table("times")["capital"]
    token = next(token for token in tokens if token.kind in "MW")
    low = token.text.lower().rstrip(".")
    alone = not set(kinds_of(tokens)) & set("doyLTXZ,pCN")
    if low in words["short"] and alone and not token.text.endswith("."):
        return False
    if low in words["doubtful"] and kinds_of(tokens).endswith("tM") and _is_event(tokens[-1], parse):
        return False
    if low in words["doubtful"] and alone:
        found = parse.words_between(token.start, token.end)
        return bool(found) and found[0].pos == "PROPN" and found[0].ent in ("DATE", "")
    return True


def _is_event(token: TimeToken, parse: Parse) -> bool:
    """Tell "the March for Science" from "the March vote"."""
    found = parse.words_between(token.start, token.end)
    after = parse.words[found[-1].i + 1] if found and found[-1].i + 1 < len(parse.words) else None
    return after is not None and after.text.lower() in table("times")["capital"]["event_before"]


def _is_noun(tokens: Sequence[TimeToken], parse: Parse, kind: str) -> bool:
    token = next(token for token in tokens if token.kind == kind)
    found = parse.words_between(token.start, token.end)
    return not found or found[0].pos in ("NOUN", "PROPN")


def _is_season(tokens: Sequence[TimeToken], first: int, row: TimeText) -> bool:
    """Tell "in the fall" from a fall of something: without a year or "last" only what stands before it can say so."""
    words = table("times")["doubtful_seasons"]
    doubtful = any(token.text.lower() in words["words"] for token in tokens if token.kind == "S")
    if not doubtful or not set(kinds_of(tokens)) <= {"t", "S"}:
        return True
    after = row.low(first + len(tokens))
    return row.low(first - 1) in words["before"] and after not in words["not_after"]


def _is_in_name(row: TimeText, first: int) -> bool:
    """Tell whether a word is written like the end of a name ("the Tarn Daily"): a capital right behind a capital."""
    token, before = row.tokens[first], row.tokens[first - 1] if first else None
    if before is None or not token.text[0].isupper() or not before.text[0].isupper():
        return False
    return token.start - before.end == 1


def _is_year(token: TimeToken, first: int, row: TimeText, parse: Parse) -> bool:
    """Tell whether four digits are a year: not money, not a count of what follows, not a part of a name."""
    before = row.tokens[first - 1].text if first else ""
    after = row.tokens[first + 1] if first + 1 < len(row.tokens) else None
    if before in ("$", "€", "£", "#", "/", "+", "@", "&") or (after and after.text in ("%", "°", "/")):
        return False
    if after and _is_measure(row, first + 1):
        return False
    if before.lower() in table("times")["labels"]["words"] or _is_in_address(row, first):
        return False
    year, named = int(token.value), before.lower() in table("times")["year_before"]["words"]
    named = named and (year >= 1500 or before.lower() != "the")  # noqa: PLR2004 - "the 1033 program"
    found = parse.words_between(token.start, token.end)
    if not found or found[0].text != token.text:
        return named
    head = parse.words[found[0].head]
    if found[0].dep == "nummod" and head.i > found[0].i and head.tag in ("NNS", "NNPS"):
        return before.lower() in ("the", "in") and head.i == found[0].i + 1 and head.tag == "NNPS"
    return (1900 <= year <= 2100) or named  # noqa: PLR2004 - years that news speaks of


def _is_measure(row: TimeText, at: int) -> bool:
    """Tell whether a unit stands at a token ("1990 sq m", "1990 m2")."""
    words = table("times")["measured"]["words"]
    after = row.tokens[at + 1] if at + 1 < len(row.tokens) else None
    glued = after is not None and after.start == row.tokens[at].end
    return row.low(at) in words or (glued and row.low(at) + row.low(at + 1) in words)


def _is_in_address(row: TimeText, first: int) -> bool:
    """Tell whether digits are the number of a house ("1984 Summer Street")."""
    near = row.tokens[first + 1 : first + 4]
    streets = table("times")["labels"]["streets"]
    at = next((k for k, token in enumerate(near) if token.text in streets), 0)
    return at > 0 and all(token.text[:1].isupper() for token in near[:at])


def is_rate(parse: Parse, tokens: Sequence[TimeToken]) -> bool:
    """Tell whether "a year" says how often ("40 flights a week")."""
    found = parse.words_between(tokens[-1].start, tokens[-1].end)
    if len(tokens) > 2 or not found:  # noqa: PLR2004
        return False
    head = parse.words[found[0].head]
    return found[0].dep == "npadvmod" and head.pos in NOUNS and head.i < found[0].i
