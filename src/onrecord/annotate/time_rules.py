"""The grammar of time expressions: patterns over the classes of words (`onrecord.annotate.time_tokens`).

The first rule that fits at the leftmost place wins, so longer expressions stand before the shorter ones
they contain. Each rule names the reader that says what it means (`onrecord.annotate.time_readers`).
All repetition is bounded, so that the time is linear in the length of a text.
"""

import re
from collections.abc import Iterator
from functools import cache

from onrecord.annotate.time_tokens import TimeText, TimeToken

NUMBER = r"(?:[dny]h?|w(?:-?w){0,4})"
QUANTITY = rf"(?:{NUMBER}|a?uk?|a?v|ahn?|ha|a)"
UNIT = r"(?:U|Q|H|S)"
AMONG = r"(?:T[LX]|[LTX])"
CLOCK = r"(?:(?:Cp?|dp)z?(?:\(z\.?d?\))?|N|C)"
DAY_OF_MONTH = rf"(?:t?{AMONG}?M[do](?!-?[QUH])(?:,?y)?|t?[do]k?M(?:,?y)?)"
DAY = rf"(?:W,?{DAY_OF_MONTH}|{DAY_OF_MONTH}|t?(?:{AMONG}|A)?W|D)"
PART = r"(?:t?Z-?m?t?|t?ekt?)"

RULES = (
    ("iso", r"i"),
    ("week_of", rf"t?U(?:k|e)t?{DAY_OF_MONTH}"),
    ("slashes", r"j"),
    ("named", rf"t?{AMONG}?G(?:,?y)?"),
    ("age", rf"{NUMBER}-?U-?l"),
    ("past_span", rf"[ta]?U-(?:g|Z){NUMBER}U"),
    ("year_ago", r"[ta]?U-(?:g|Z)(?:(?:f?o-?)?[QR])?"),
    ("weeks_beyond", rf"(?:{NUMBER}|a|a?uk?)U(?:gW|FW|FD|FV|D)"),
    ("before_last", r"t[UW]x[LX]"),
    ("ago", rf"(?:{QUANTITY}-?|{NUMBER}&ah){UNIT}g"),
    ("ago", r"aU&ahg"),
    ("ago", rf"{QUANTITY}-?{UNIT}&\.g"),
    ("ago", rf"{QUANTITY}-?{UNIT}Z(?!-?k?t?{AMONG}?[MSycUWD])"),
    ("range_of_days", r"M[do][-r]t?[do](?!k?M|[-QUHhCp%/])(?:,?y)?"),
    ("range_of_days", r"M[do]&t?[do](?:,?y|(?=[;,|)&m]|$))"),
    ("range_of_days", r"I?t?[do][-r&]t?[do]k?M(?:,?y)?"),
    ("range_of_weekdays", r"W[-r]W"),
    ("weekday_week", r"(?<=m)WU(?!g)|WU(?=[;,|)]|$)"),
    ("weekday_beside", r"tWx(?=[;,|)]|$)"),
    ("weekday_of_event", r"tWx"),
    ("nth", r"t[osL][WU][mk]t?M(?:,?y)?"),
    ("season_years", r"y-[dn](?!-|[UQHM])"),
    ("months_to", rf"t{NUMBER}?Ur{PART}?M(?!,?[do])(?:,?y)?"),
    ("quarter_century", r"(?:t?L|t|a)QkaU(?!g)"),
    ("clock_words", r"(?:aQ|h|[dw](?:-?w)?H?)L(?:[dw]|N)(?:mt?P|p)?(?!-?[UQH&])"),
    ("clock_words", r"(?:aQ|[dw](?:-?w)?H)r(?:[dw]|N)(?:mt?P|p)?(?!-?[UQHrh&])"),
    ("hour_of_part", r"(?<=m)[dw]mt?P"),
    ("four_digits", r"(?<!\()[yn]z"),
    ("clock_day", rf"{CLOCK},?m?t?{PART}?{DAY}"),
    ("clock_day", rf"{PART}?{DAY},?m?{CLOCK}"),
    ("daypart", rf"t?P[km]{DAY}|t?Z-?P(?:[km]t?)?(?:D|W)"),
    ("daypart", rf"{PART}?{DAY}P"),
    ("daypart", rf"{PART}?(?:{AMONG}|A)P"),
    ("quarter", rf"{PART}?(?:{AMONG}|t{AMONG})U'f?(?:[os]-?Q|[QR])"),
    ("quarter", rf"{PART}?[tO]?f?-?y?f?-?[os]-?Q(?:[km]?(?:y|t?{AMONG}?f?U))?"),
    ("quarter", rf"{PART}?[tO]?(?:y[QR]|{AMONG}Q|A[QR]|E[QR])"),
    ("the_quarter", rf"{PART}?tQ(?:aUg)?"),
    ("half_year", rf"{PART}?t?[osL]h[km]?(?:y|t?{AMONG}?f?U)"),
    ("half_spoken_of", r"t[os]h(?![kmUQHDWM])"),
    ("half_decade", rf"{PART}?t?[osL]hkt?c"),
    ("first_units", rf"{PART}?t?[oE]{NUMBER}[UQ]|t{NUMBER}U"),
    ("span", rf"t?{AMONG}U&ah"),
    ("span", rf"t?{AMONG}(?:v|a?uk?|{NUMBER}(?:[&r]{NUMBER})?)-?f?{UNIT}|t?{AMONG}H"),
    ("span", rf"t?E(?:{NUMBER}|v){UNIT}"),
    ("month_of", rf"t?[od]kt?{AMONG}U"),
    ("month_of", rf"{PART}?(?:t?{AMONG})?M[km]?t?{AMONG}U|{PART}?M{AMONG}U|{PART}?{AMONG}U'M"),
    ("near_unit", rf"{PART}?(?:t|O)?(?:{AMONG}|A|E)f?[UQ]"),
    ("day", rf"{PART}?{DAY}"),
    ("month", rf"{PART}?(?:t?M,?y|t?Mky|t?{AMONG}?M)"),
    ("season", rf"{PART}?(?:t?{AMONG}S|tSkt?(?:y|{AMONG}U)|S,?k?y|S{AMONG}U|tS|S)"),
    ("part_alone", r"t?Z(?:P|-P(?![.-]))"),
    ("decade", rf"{PART}?(?:t?c|t?(?:w-?)?Y)"),
    ("century", rf"{PART}?t?o-?U"),
    ("weeks_in", r"(?<=m)O[os]U"),
    ("numbered_day", r"(?<=[mFxr])to(?=[;,|)&mrtx]|$)"),
    ("new_year", rf"{PART}?tq"),
    ("every", rf"Kb?(?:{NUMBER}|v|o)?(?:U|Q|H|M|W|S|P|D)"),
    ("every", r"baU|baH"),
    ("adverb", r"B"),
    ("year_end", r"(?:t?U-e|t?U'e|Ue)"),
    ("duration", r"(?:a|[dw])H&aQ"),
    ("duration", r"aU[&r]w(?!-?[UHQ])"),
    ("duration", rf"{QUANTITY}(?:[&r]{QUANTITY})?-?f?{UNIT}(?:&ah)?"),
    ("duration", rf"{NUMBER}&ah{UNIT}"),
    ("duration", rf"{NUMBER}-s"),
    ("fiscal", rf"{PART}?t?fy"),
    ("year", rf"{PART}?t?Uy"),
    ("the_unit", rf"{PART}?[tO]f?U"),
    ("clock", CLOCK),
    ("plural", r"U"),
    ("year", rf"{PART}?y"),
    ("reference", r"V"),
)


@cache
def _grammar() -> re.Pattern[str]:
    return re.compile("|".join(f"(?P<r{k}_{name}>{pattern})" for k, (name, pattern) in enumerate(RULES)))


def match_rules(text: TimeText) -> Iterator[tuple[str, tuple[TimeToken, ...], int]]:
    """Yield each stretch that a rule fits: the rule, its tokens, and the index of the first, in text order."""
    at, grammar = 0, _grammar()
    while match := grammar.search(text.classes, at):
        name = str(match.lastgroup).split("_", 1)[1]
        first, end = match.span()
        yield name, text.tokens[first:end], first
        at = end
