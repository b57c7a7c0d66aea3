"""Reports from where the user has them: files, folders, tables, lists, addresses and standard input.

What cannot be read is a `Problem`, never an exception, and says what to do; its codes are those of
`onrecord.ingest.problems`. Each kind of source has a file of its own: ``text``, ``html``, ``pdf`` and
``docx`` take bytes to a text, ``rows`` reads tables, ``folder`` lists files, ``web`` fetches. ``intake``
calls them in turn; ``descriptions`` joins the rows of a table to the files they tell of.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import BinaryIO

from onrecord.ingest.copies import merge_copies
from onrecord.ingest.intake import Intake
from onrecord.model.marks import Problem
from onrecord.model.report import Report, ReportKind

__all__ = ["merge_copies", "read_reports"]


def read_reports(
    sources: Iterable[str],
    *,
    kind: ReportKind = "report",
    keep: Callable[[str, bytes], None] | None = None,
    stdin: BinaryIO | None = None,
) -> Iterator[Report | Problem]:
    """Yield the reports of each source, and what could not be read, one source after the other.

    Nothing is read before it is asked for. A file is read once, however often it is named. One text that
    stands in two files makes two reports; `merge_copies` joins them.

    Args:
        sources: Paths of files and folders, http(s) addresses, ``@`` and the path of a list of sources, or ``-``.
        kind: What the reports are, unless a table says otherwise.
        keep: Called with a safe file name and the bytes of each address fetched.
        stdin: Where ``-`` reads from; the process's own standard input if not given.
    """
    intake = Intake(kind=kind, keep=keep, stdin=stdin)
    for source in sources:
        yield from intake.read(source)
