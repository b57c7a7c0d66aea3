"""Files that rows describe: a table called reports.jsonl, reports.csv or reports.json tells of the files beside it."""

from pathlib import Path

from msgspec.structs import replace

from onrecord.ingest.files import REPORT_SUFFIXES, form_of
from onrecord.ingest.problems import ROW_WITHOUT_FILE, TWO_ANSWERS, UnreadError
from onrecord.ingest.rows import SUFFIXES, Row, read_rows
from onrecord.ingest.told import NOTHING_TOLD, Told

TABLE_NAMES = tuple(f"reports{suffix}" for suffix in sorted(SUFFIXES))


class Descriptions:
    """What the tables beside files tell of them; each table is read once."""

    def __init__(self) -> None:
        self._by_folder: dict[Path, dict[Path, Told]] = {}

    def told_of(self, file: Path, *, root: Path) -> Told:
        """Return what is told of a file, by the nearest table between it and the root."""
        for folder in file.parents:
            told = self.of_folder(folder).get(file)
            if told or folder == root:
                return told or NOTHING_TOLD
        return NOTHING_TOLD

    def of_folder(self, folder: Path) -> dict[Path, Told]:
        """Return what the tables of a folder tell of files."""
        if folder not in self._by_folder:
            self._by_folder[folder] = described_in(folder)
        return self._by_folder[folder]


def described_in(folder: Path) -> dict[Path, Told]:
    """Return what the tables of a folder tell of files; the first row on a file counts.

    What is wrong with a table is said when it is read as a source, not here.
    """
    told: dict[Path, Told] = {}
    for table in (folder / name for name in TABLE_NAMES):
        try:
            for row in read_rows(table) if table.is_file() else ():
                if isinstance(row, Row) and row.told.name and (file := file_of(row.told.name, folder)):
                    told.setdefault(file, replace(row.told, text=None))
        except (UnreadError, OSError):
            continue
    return told


def is_describing(table: Path) -> bool:
    """Tell whether a table's rows may describe files."""
    return table.name in TABLE_NAMES


def file_of(name: str, folder: Path) -> Path | None:
    """Return the file that a row names, with or without its extension; ``None`` if there is none, or more than one."""
    found = files_of(name, folder)
    return found[0] if len(found) == 1 else None


def files_of(name: str, folder: Path) -> list[Path]:
    """Return the files that a name may mean; only files in the folder, for a table may be somebody else's."""
    relative = Path(name)
    if "\0" in name or relative.is_absolute() or ".." in relative.parts or not relative.name:
        return []
    exact = folder / relative
    try:
        if exact.is_file():
            return [] if form_of(exact) == "table" else [exact]
        return [file for suffix in REPORT_SUFFIXES if (file := exact.with_name(exact.name + suffix)).is_file()]
    except OSError:  # a name that the system does not take
        return []


def named_file(name: str, folder: Path) -> Path:
    """Return the file that a row names.

    Raises:
        UnreadError: If there is none, or more than one.
    """
    match files_of(name, folder):
        case [file]:
            return file
        case []:
            why = f"names {name!r}, but no such file lies beside the table; put it there, or mend the name"
            raise UnreadError(ROW_WITHOUT_FILE, why)
        case files:
            names = " or ".join(file.name for file in files)
            raise UnreadError(TWO_ANSWERS, f"names {name!r}, which may be {names}; write the whole name")
