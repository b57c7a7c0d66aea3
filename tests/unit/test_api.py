"""The Python API as a program meets it."""

import inspect
import subprocess
import sys
from pathlib import Path

import pytest
from msgspec import structs

import onrecord
from onrecord.align.vectors import PACKAGE
from onrecord.api import as_read
from onrecord.model import codec
from onrecord.pipeline import build_record

ROOT = Path(__file__).parent.parent.parent
FERRY = ROOT / "stories/ferry_aster/reports"


def test_the_import_loads_nothing_heavy():
    """Who only wants the version, or an error class to catch, waits for nothing."""
    code = (
        "import sys, onrecord; onrecord.InputError;"
        "print(sorted({'spacy', 'numpy', 'onnxruntime', 'msgspec', 'rich', 'jinja2'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_public_names_are_complete():
    """`__all__`, `dir` and what can be had are the same, and no more than one can learn."""
    assert sorted(onrecord.__all__) == onrecord.__all__ == dir(onrecord)
    assert len(onrecord.__all__) <= 25
    assert [name for name in onrecord.__all__ if not hasattr(onrecord, name)] == []
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        _ = onrecord.nonsense


@pytest.mark.parametrize("name", [name for name in onrecord.__all__ if name != "__version__"])
def test_every_public_name_is_documented(name):
    """`help` has a sentence of our own for each; a function tells each argument, and what it raises."""
    thing = getattr(onrecord, name)
    doc = inspect.getdoc(thing)
    assert doc
    assert not doc.startswith(f"{name}(")
    if inspect.isfunction(thing):
        for argument in inspect.signature(thing).parameters:
            assert f"{argument}: " in doc


@pytest.mark.slow
def test_a_program_type_checks(tmp_path):
    """What a user writes is known to a strict type checker."""
    (tmp_path / "program.py").write_text(
        """\
from pathlib import Path

from msgspec import structs

import onrecord
from onrecord.align.vectors import PACKAGE
from onrecord import Record, Report


def told(record: Record) -> list[str]:
    words = [record.text_of(span) for claim in record.claims for r in claim.readings for span in r.evidence]
    return words + [side.reads for finding in record.findings for side in finding.sides]


def seen(report: Report) -> None:
    print(report.name, report.outlet)


record = onrecord.build(["a.txt", Path("b.txt")], documents="c.txt", on_report=seen)
where: Path = record.save("out", force=True)
html: str = onrecord.load(where)._repr_html_()
try:
    print(told(record), html, onrecord.load("nowhere").report("r1").title)
except onrecord.WrongSchemaError as error:
    print(error.path, error.reason, error.code)
"""
    )
    command = [sys.executable, "-m", "mypy", "--strict", "--cache-dir", str(ROOT / ".mypy_cache"), "program.py"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@pytest.mark.model
def test_a_record_is_saved_and_loaded_as_the_same_value(ferry, tmp_path):
    """From its folder, and from its file."""
    folder = ferry.save(tmp_path / "out")
    assert onrecord.load(folder) == onrecord.load(folder / "record.json") == ferry
    assert isinstance(onrecord.load(str(folder)), onrecord.Record)


@pytest.mark.model
def test_a_record_is_equal_to_one_that_holds_the_same(ferry):
    """Whoever made it: the pipeline's own value and the public one are one value, and unlike another."""
    plain = codec.decode(codec.encode(ferry))
    assert type(plain) is not type(ferry)
    assert plain == ferry
    assert ferry == plain
    assert not plain != ferry  # noqa: SIM202 - the other operator, too
    assert hash(plain) == hash(ferry)
    other = structs.replace(plain, claims=plain.claims[1:])
    assert other != ferry
    assert ferry != other
    assert ferry != "a record"


@pytest.mark.model
def test_a_record_is_not_saved_over_anything_unasked(ferry, tmp_path):
    """A record only with force, anything else never."""
    ferry.save(tmp_path / "out")
    with pytest.raises(onrecord.OutputExistsError, match="exists already: name another folder, or pass force=True"):
        ferry.save(tmp_path / "out")
    ferry.save(tmp_path / "out", force=True)
    (tmp_path / "letter.txt").write_text("keep me")
    with pytest.raises(onrecord.InputError, match="no record"):
        ferry.save(tmp_path, force=True)
    with pytest.raises(onrecord.InputError, match="cannot be written"):
        ferry.save(tmp_path / "letter.txt" / "out")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["letter.txt", "out"]


@pytest.mark.model
def test_a_record_is_made_again_from_its_own_texts(ferry, models):
    """What was found in a text can be taken away and found again; what was told of it stays."""
    read = [as_read(report) for report in ferry.reports]
    assert {report.published.basis for report in read} <= {"given", "metadata", "unknown"}
    assert [report.body for report in read] == [()] * len(read)
    assert onrecord.Record.of(build_record(read, models=models)) == ferry


@pytest.mark.model
def test_a_missing_model_of_vectors_is_told_in_the_record(monkeypatch):
    """The build goes on with shared words alone; that it was not chosen so stands in the record, too."""
    monkeypatch.setitem(sys.modules, PACKAGE, None)
    record = onrecord.build([FERRY / "000_union_telegraph.txt"], models=onrecord.load_models())
    assert record.generator.models.embedding is None
    assert record.generator.options.vectors
    assert [problem.code for problem in record.problems if problem.report is None] == ["OR414"]
    chosen = onrecord.build([FERRY / "000_union_telegraph.txt"], models=onrecord.load_models(vectors=False))
    assert not chosen.generator.options.vectors
    assert [problem for problem in chosen.problems if problem.report is None] == []


@pytest.mark.model
def test_what_made_a_record_stands_in_it(ferry):
    """Each model with version and sum; a frozen value, like all of a record."""
    used = ferry.generator.models
    assert [use for use, model in used.by_use() if model and model.version and len(model.sha256) == 64] == [
        "embedding",
        "nlp",
    ]
    assert hash(ferry.generator)
    with pytest.raises(AttributeError):
        ferry.generator.options.vectors = False


@pytest.mark.model
def test_fetched_bytes_are_saved_with_the_record(ferry, tmp_path):
    """So that it can be checked later; a folder that was never made is none."""
    (tmp_path / "kept").mkdir()
    (tmp_path / "kept" / "page.html").write_bytes(b"<p>")
    folder = ferry.save(tmp_path / "out", sources=tmp_path / "kept")
    assert (folder / "sources" / "page.html").read_bytes() == b"<p>"
    assert not (ferry.save(tmp_path / "other", sources=tmp_path / "nothing") / "sources").exists()


@pytest.mark.model
def test_a_notebook_shows_the_matrix(ferry):
    """A notebook asks for HTML, and gets a part of a page that loads nothing."""
    html = ferry._repr_html_()
    assert html.lstrip().startswith("<")
    assert "http" not in html.replace("http://www.w3.org", "")


@pytest.mark.model
def test_the_words_of_a_span_are_those_of_the_text(ferry):
    """And a span of no report of the record is a LookupError."""
    span = ferry.claims[0].readings[0].evidence[0]
    assert ferry.text_of(span) == span.exact
    with pytest.raises(LookupError, match="no report 'r0'"):
        ferry.text_of(onrecord.Span("r0", 0, 1, "x"))


@pytest.mark.parametrize(
    "sources", ["no.txt", Path("no.txt"), ["no.txt"], iter(["no.txt"])], ids=["str", "path", "list", "iterator"]
)
def test_sources_without_a_report_are_an_error_that_says_why(sources):
    """One source may be given by itself; what is wrong with each is in the message."""
    with pytest.raises(onrecord.NoReportsError, match="no such file") as error:
        onrecord.build(sources)
    assert error.value.reasons == ("no.txt: there is no such file or folder; look at how its name is written [OR210]",)


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        pytest.param(None, "cannot be read", id="missing"),
        pytest.param(b"", "truncated", id="empty"),
        pytest.param(b"[1]", "schema is None.* build it again", id="list"),
        pytest.param(b'{"schema": "onrecord/9"}', "this version reads 'onrecord/1'", id="later"),
        pytest.param(b'{"schema": "onrecord/1", "generator": 3}', r"\$.generator", id="broken"),
        pytest.param(b"\xff", "record.json", id="binary"),
    ],
)
def test_a_file_that_is_no_record_is_named(tmp_path, raw, says):
    """With the place of what is wrong in it."""
    if raw is not None:
        (tmp_path / "record.json").write_bytes(raw)
    with pytest.raises(onrecord.WrongSchemaError, match=says) as error:
        onrecord.load(tmp_path)
    assert error.value.path == str(tmp_path / "record.json")
