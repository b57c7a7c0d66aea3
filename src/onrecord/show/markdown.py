"""A record as Markdown: to mail, to paste, to keep in a repository."""

import re
from collections.abc import Iterable, Iterator

from onrecord.model.record import Record
from onrecord.show.brief import Said
from onrecord.show.cells import Badge, Cell
from onrecord.show.lookup import Link
from onrecord.show.marks import CELL_MARKS
from onrecord.show.matrix import Row
from onrecord.show.page import Page, lay_page
from onrecord.show.quality import ON_WHAT
from onrecord.show.quotes_view import QuoteLine, Speaker
from onrecord.show.wording import inert, one_line, quoted

_SPECIAL = re.compile(r"([\\`*_\[\]{}#|~!>])")


def show_markdown(record: Record) -> str:
    """Return the record as Markdown: claims, differences, quotes, accounts, and what was left out.

    Words of reports are escaped, so that they neither format nor link anything.
    """
    page = lay_page(record)
    parts = (
        _top,
        _brief,
        _claims,
        _findings,
        _corrections,
        _quotes,
        _timeline,
        _commitments,
        _positions,
        _origins,
        _left_out,
        _method,
    )
    return "\n".join(line for part in parts for line in part(page)).rstrip() + "\n"


def plain(words: str) -> str:
    r"""Escape words so that Markdown shows them as they are, on one line.

    >>> plain("<b>*so*</b>")
    '&lt;b\\>\\*so\\*&lt;/b\\>'
    """
    return _SPECIAL.sub(r"\\\1", inert(one_line(words)).replace("&", "&amp;")).replace("<", "&lt;")


def _top(page: Page) -> Iterator[str]:
    yield f"# {plain(page.title)}"
    yield ""
    yield (
        f"What {page.extent} say about one event, line by line. "
        "Words in quotation marks are a report's own, with their place in its text. Nothing here says who is right."
    )
    yield ""
    yield "| Report | Published | Words | Origins named | File |"
    yield "|---|---|---:|---:|---|"
    for column, source in zip(page.columns, page.method.sources, strict=True):
        name = f"**{plain(column.name)}** (primary document)" if column.document else plain(column.name)
        day = f"{column.day}, {column.basis}" if column.basis else column.day
        yield f"| {name} | {plain(day)} | {column.n_words} | {column.n_origins} | {plain(source.file)} |"
    yield ""
    yield f"{page.coverage.summary.capitalize()}."
    yield ""


def _brief(page: Page) -> Iterator[str]:
    if page.brief:
        yield "## In one minute"
        yield ""
    for line in page.brief:
        lead = plain(f"{line.mark} {line.before}".strip())
        said = ": ".join(part for part in (lead, "; ".join(map(_said, line.said))) if part)
        yield f"- **{line.label}:** {said}{f' · {plain(line.after)}' if line.after else ''}"
    if page.brief:
        yield ""


def _said(said: Said) -> str:
    before = f"{plain(said.before)} " if said.before else ""
    by = f" ({plain(said.by)})" if said.by else ""
    place = f" (claim {said.row})" if said.row else _place(said.anchor)
    return f"{before}{quoted(plain(said.words.text))}{by}{place}"


def _claims(page: Page) -> Iterator[str]:
    for group in page.matrix.groups:
        yield f"## {group.title} ({group.n_claims})"
        yield ""
        if group.lead:
            yield group.lead
            yield ""
        for row in group.rows:
            yield from _claim(row)
            yield ""


def _claim(row: Row) -> Iterator[str]:
    corrected = f" · corrected by hand: {', '.join(map(str, row.corrected))}" if row.corrected else ""
    caution = f" · ? {row.caution}" if row.caution else ""
    yield f"**{row.number}.** {plain(row.text)} ({row.place}{plain(row.support)}){corrected}{caution}"
    yield ""
    for cell in row.cells:
        if cell.kind not in {"silent", "unread"}:
            yield f"- {plain(cell.outlet)}: {_cell(cell)}"
    for kind in ("silent", "unread"):
        outlets = [plain(cell.outlet) for cell in row.cells if cell.kind == kind]
        if outlets:
            yield f"- {CELL_MARKS[kind].word}: {', '.join(outlets)}"


def _cell(cell: Cell) -> str:
    marks = [_badge(b) for b in cell.badges]
    if not marks or cell.kind == "elsewhere":
        marks = [CELL_MARKS[cell.kind].word, *marks]
    said = f"{quoted(plain(cell.words))}{_place(cell.places[0] if cell.places else '')}"
    return f"{said} · {'; '.join([*marks, *map(plain, cell.notes)])}"


def _badge(badge: Badge) -> str:
    reads = f": {plain(badge.reads)}" if badge.reads else ""
    return f"**{badge.kind}** of {badge.word}{reads}"


def _place(anchor: str) -> str:
    return f" [{'–'.join(anchor.split('-')[1:])}]" if anchor else ""


def _cited(links: Iterable[Link]) -> Iterator[str]:
    for link in links:
        yield f"  - {plain(link.outlet)}: {quoted(plain(link.words))}{_place(link.anchor)}"


def _findings(page: Page) -> Iterator[str]:
    if page.findings:
        yield f"## Where reports differ ({len(page.findings)})"
        yield ""
    for finding in page.findings:
        claims = ", ".join(str(number) for number, _ in finding.claims)
        about = f" (claim {claims})" if claims else ""
        yield f"**{finding.badge.glyph} {finding.kind_word} of {finding.badge.word}:** {plain(finding.note)}{about}"
        yield ""
        for side in finding.sides:
            yield f"- {plain(side.reads)}: {', '.join(map(plain, side.outlets))}"
            yield from _cited(side.words)
        yield ""


def _corrections(page: Page) -> Iterator[str]:
    if page.corrections:
        yield f"## Corrected by hand ({len(page.corrections)})"
        yield ""
    for corrected in page.corrections:
        claims = ", ".join(str(number) for number, _ in corrected.claims)
        about = f" (claim {claims})" if claims else ""
        yield f"**{corrected.number}. {corrected.kind}:** {plain(corrected.said)}{about}"
        yield ""
        yield from (line.removeprefix("  ") for line in _cited(corrected.words))
        yield f"- {plain(corrected.who)}, {plain(corrected.when)}: {plain(corrected.why)}"
        yield ""


def _quotes(page: Page) -> Iterator[str]:
    if page.speakers:
        yield "## Who said what"
        yield ""
    for speaker in page.speakers:
        yield f"### {plain(speaker.name)}"
        yield ""
        yield from _speaker(speaker)
        yield ""


def _speaker(speaker: Speaker) -> Iterator[str]:
    for remark in speaker.remarks:
        for n, line in enumerate(remark.lines):
            yield f"{'  ' if n else ''}- {_quote(line)}"
    for line in speaker.others:
        yield f"- {_quote(line)}"


def _quote(line: QuoteLine) -> str:
    words = " ".join(run.words for run in line.runs if run.kind != "cut")
    how = ", ".join(part for part in (line.relation, *line.told) if part)
    return f"{plain(line.outlet)}: {quoted(plain(words))}{_place(line.anchor)}{f' · {plain(how)}' if how else ''}"


def _timeline(page: Page) -> Iterator[str]:
    if page.timeline is None:
        return
    yield "## What happened when"
    yield ""
    for line in page.timeline.lines:
        status = "" if line.status == "happened" else f" ({line.status})"
        yield f"- **{plain(line.day)}** {plain(line.title)}{status}"
        yield from _cited(line.words)
    yield ""


def _commitments(page: Page) -> Iterator[str]:
    if page.commitments:
        yield "## Who undertakes what"
        yield ""
    for view in page.commitments:
        to = f" to {plain(view.to)}" if view.to else ""
        due = f", due {view.due}" if view.due else ""
        condition = f", {plain(view.condition)}" if view.condition else ""
        yield f"- **{plain(view.by)}**: {plain(view.what)}{to}{due}{condition}"
        for reading in view.readings:
            words = "; ".join(f"{quoted(plain(link.words))}{_place(link.anchor)}" for link in reading.words)
            yield f"  - {plain(reading.outlet)} ({reading.status}): {words}"
    if page.commitments:
        yield ""


def _positions(page: Page) -> Iterator[str]:
    if page.positions is None:
        return
    yield "## Who stands where"
    yield ""
    for issue in page.positions.issues:
        yield f"**{plain(issue.issue)}**"
        yield ""
        for (_, _, word), stands in zip(page.positions.stances, issue.stands, strict=True):
            for stand in stands:
                yield f"- {plain(stand.actor)} {word}"
                yield from _cited(stand.words)
        yield ""


def _origins(page: Page) -> Iterator[str]:
    if page.lineage is None or not page.lineage.origins:
        return
    yield "## Where they have it from"
    yield ""
    for origin in page.lineage.origins:
        behind = f"behind it: {plain(origin.behind)}" if origin.behind else ""
        said = "; ".join(part for part in (origin.kind, behind) if part)
        yield f"- {plain(origin.name)}{f' ({said})' if said else ''}"
        yield from _cited(origin.places)
    yield ""


def _left_out(page: Page) -> Iterator[str]:
    yield "## Not compared, not read"
    yield ""
    looked = " A passage that was not compared may agree or differ: nobody looked." if page.coverage.uncompared else ""
    yield f"{page.coverage.summary.capitalize()}.{looked}"
    yield ""
    for unread in page.coverage.unread:
        outlet = f"{plain(unread.outlet)}: " if unread.outlet else ""
        yield f"- {outlet}{plain(unread.message)} ({unread.code})"
    for part in page.coverage.uncompared:
        yield from (line.removeprefix("  ") for line in _cited(part.passages))
    yield ""


def _method(page: Page) -> Iterator[str]:
    yield "## How this was made"
    yield ""
    yield f"- {plain(page.method.made_by)}"
    yield from (f"- model for {plain(use)}: {plain(model)}" for use, model in page.method.models)
    yield from (f"- option {plain(name)}: {plain(value)}" for name, value in page.method.options)
    yield from (f"- {plain(source.file)}: SHA-256 `{source.sha256}`" for source in page.method.sources)
    yield from (
        "",
        f"### How well it reads\n\n{ON_WHAT}",
        "",
        "| Layer | Measure | Value | n | On |",
        "|---|---|---:|---:|---|",
    )
    yield from (f"| {f.layer} | {f.measure} | {f.value:.2f} | {f.n:,} | {f.data} |" for f in page.method.figures)
