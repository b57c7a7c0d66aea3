"""Reports from where the user has them."""

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from onrecord.model.marks import Problem
from onrecord.model.report import Report, ReportKind
from onrecord.model.span import ReportId


def read_reports(sources: Iterable[str], *, kind: ReportKind = "report") -> Iterator[Report | Problem]:
    """Read each source, and yield its reports and what could not be read."""
    for source in sources:
        path = Path(source)
        for file in sorted(path.glob("*.txt")) if path.is_dir() else [path]:
            raw = file.read_bytes()
            sha = hashlib.sha256(raw).hexdigest()
            yield Report(ReportId(f"r{sha[:10]}"), file.name, raw.decode(), sha, kind=kind, outlet=file.stem)
