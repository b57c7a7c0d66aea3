"""What the tests of ingest share: files by name and content, and what was read of them."""

import pytest

from onrecord.ingest import read_reports
from onrecord.model.report import Report


@pytest.fixture
def put(tmp_path):
    """Write files into a new folder: their names, and their texts or bytes."""

    def write(files):
        for name, content in files.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return tmp_path

    return write


@pytest.fixture
def read():
    """Read sources; give the reports and the problems apart."""

    def both(*sources, **options):
        items = list(read_reports([str(source) for source in sources], **options))
        reports = [item for item in items if isinstance(item, Report)]
        return reports, [item for item in items if not isinstance(item, Report)]

    return both
