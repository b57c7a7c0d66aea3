"""What a time expression says, rule by rule (`onrecord.annotate.time_rules`): one reader a rule."""

from collections.abc import Callable, Sequence

from onrecord.annotate.time_days import (
    read_clock,
    read_day,
    read_daypart,
    read_iso,
    read_month,
    read_month_of,
    read_named,
    read_range_of_days,
    read_season,
    read_slashes,
)
from onrecord.annotate.time_distances import (
    read_ago,
    read_near_unit,
    read_the_unit,
    read_year_ago,
)
from onrecord.annotate.time_lengths import (
    read_adverb,
    read_duration,
    read_every,
    read_first_units,
    read_plural,
    read_span,
)
from onrecord.annotate.time_parts import Reading
from onrecord.annotate.time_tokens import TimeToken
from onrecord.annotate.time_years import (
    read_century,
    read_decade,
    read_fiscal,
    read_half_decade,
    read_half_year,
    read_quarter,
    read_the_quarter,
    read_year,
    read_year_end,
)

READERS: dict[str, Callable[[Sequence[TimeToken]], Reading | None]] = {
    "iso": read_iso,
    "slashes": read_slashes,
    "named": read_named,
    "age": lambda _: None,
    "year_ago": read_year_ago,
    "past_span": read_first_units,
    "ago": read_ago,
    "range_of_days": read_range_of_days,
    "clock_day": read_day,
    "daypart": read_daypart,
    "quarter": read_quarter,
    "the_quarter": read_the_quarter,
    "half_year": read_half_year,
    "half_decade": read_half_decade,
    "first_units": read_first_units,
    "span": read_span,
    "month_of": read_month_of,
    "near_unit": read_near_unit,
    "day": read_day,
    "month": read_month,
    "season": read_season,
    "decade": read_decade,
    "century": read_century,
    "every": read_every,
    "adverb": read_adverb,
    "year_end": read_year_end,
    "duration": read_duration,
    "fiscal": read_fiscal,
    "the_unit": read_the_unit,
    "clock": read_clock,
    "plural": read_plural,
    "year": read_year,
    "reference": lambda _: Reading("date"),
}
