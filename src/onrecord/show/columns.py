"""The columns of the matrix: one a report, documents first."""

from dataclasses import dataclass

from onrecord.model.report import Published, Report
from onrecord.show.dates import UNKNOWN, say_published, say_window
from onrecord.show.lookup import Lookup

BASIS = {
    "given": "as given",
    "stated": "as the text states",
    "metadata": "as the file states",
    "inferred": "inferred",
    "unknown": "",
}


@dataclass(frozen=True, slots=True)
class Column:
    """What a column's head says of its report.

    ``window`` are the days between which it was published, if they are more than ``day`` says; ``shares``
    names the reports whose wording it shares.
    """

    report: str
    number: int
    name: str
    document: bool
    day: str
    basis: str
    window: str
    n_words: int
    n_origins: int
    shares: tuple[str, ...]
    read: bool

    @property
    def anchor(self) -> str:
        """The id of the report on the page."""
        return f"r{self.number}"


def columns_of(lookup: Lookup) -> tuple[Column, ...]:
    """Return a column for each report: primary documents first, else in the record's order."""
    asserted = {assertion.report for assertion in lookup.record.assertions}
    asserted |= {reading.report for claim in lookup.record.claims for reading in claim.readings}
    columns = [
        Column(
            report=str(report.id),
            number=lookup.report_numbers[report.id],
            name=lookup.name_of(report.id),
            document=report.kind == "document",
            day=say_published(report.published),
            basis=say_basis(report.published),
            window=window_behind(report.published),
            n_words=_n_words(report),
            n_origins=_n_origins(lookup, report),
            shares=_shares(lookup, report),
            read=report.id in asserted,
        )
        for report in lookup.record.reports
    ]
    return tuple(sorted(columns, key=lambda column: (not column.document, column.number)))


def say_basis(published: Published) -> str:
    """Say how the day of publication is known, if it is."""
    return "" if say_published(published) == UNKNOWN else BASIS[published.basis]


def window_behind(published: Published) -> str:
    """Say the window of a report whose day is not known; empty if it is said already, or there is none."""
    return f"published {window}" if say_published(published) == UNKNOWN and (window := say_window(published)) else ""


def _n_words(report: Report) -> int:
    return sum(len(report.text[start:end].split()) for start, end in report.body)


def _n_origins(lookup: Lookup, report: Report) -> int:
    named = [o.id for o in lookup.record.origins if any(place.report == report.id for place in o.reports)]
    return len({lookup.root_of(origin_id) for origin_id in named})


def _shares(lookup: Lookup, report: Report) -> tuple[str, ...]:
    families = (family.reports for family in lookup.record.lineage.families if report.id in family.reports)
    return lookup.names_of(other for reports in families for other in reports if other != report.id)
