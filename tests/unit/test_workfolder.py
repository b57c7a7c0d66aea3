"""What an interrupted build leaves for the next one."""

import pytest

from onrecord.model.words import Parse, Sentence, Word
from onrecord.workfolder import KeptParses, work_folder

PARSE = Parse(
    (Word(0, 0, 4, "Rain", "rain", "NOUN", "NN", "ROOT", 0, "", 0),), (Sentence(0, 0, 1, 0, 0),), ((),), ((0, 4),)
)


class CountingNlp:
    """A parser that knows one parse, and counts how often it is asked."""

    def __init__(self, name="one", version="1.0", sha256=None):
        self.name, self.version, self.sha256, self.n_parses = name, version, sha256, 0

    def parse(self, text, stretches):
        del text, stretches
        self.n_parses += 1
        return PARSE


def test_a_text_is_parsed_once(tmp_path):
    """The second time its parse is read, and it is the same value."""
    nlp = CountingNlp()
    kept = KeptParses(nlp, tmp_path / "work")
    assert kept.parse("Rain", ((0, 4),)) == kept.parse("Rain", ((0, 4),)) == PARSE
    assert nlp.n_parses == 1


@pytest.mark.parametrize(
    ("nlp", "text", "stretches"),
    [
        pytest.param(CountingNlp(), "Hail", ((0, 4),), id="text"),
        pytest.param(CountingNlp(), "Rain", ((0, 2), (2, 4)), id="stretches"),
        pytest.param(CountingNlp(name="two"), "Rain", ((0, 4),), id="pipeline"),
        pytest.param(CountingNlp(version="1.1"), "Rain", ((0, 4),), id="version"),
        pytest.param(CountingNlp(sha256="ab"), "Rain", ((0, 4),), id="sum"),
    ],
)
def test_a_parse_is_of_what_it_depends_on(tmp_path, nlp, text, stretches):
    """Another text, cut or pipeline never gets a kept parse."""
    KeptParses(CountingNlp(), tmp_path).parse("Rain", ((0, 4),))
    KeptParses(nlp, tmp_path).parse(text, stretches)
    assert nlp.n_parses == 1
    nlp.n_parses = 0


@pytest.mark.parametrize(
    "raw", [b"", b"\xc1", b"\x90", b"\x94\x90\x90\x90\x91\x01"], ids=["empty", "no", "short", "odd"]
)
def test_a_damaged_file_is_parsed_anew(tmp_path, raw):
    """What was half written when the power went is worth nothing, and costs nothing."""
    nlp = CountingNlp()
    kept = KeptParses(nlp, tmp_path)
    kept.parse("Rain", ((0, 4),))
    (file,) = tmp_path.iterdir()
    file.write_bytes(raw)
    assert kept.parse("Rain", ((0, 4),)) == PARSE
    assert nlp.n_parses == 2


def test_a_folder_that_cannot_be_written_costs_the_short_cut_only(tmp_path):
    """Parsing goes on."""
    (tmp_path / "file").write_text("")
    nlp = CountingNlp()
    kept = KeptParses(nlp, tmp_path / "file" / "work")
    assert [kept.parse("Rain", ((0, 4),)) for _ in range(2)] == [PARSE, PARSE]
    assert nlp.n_parses == 2


def test_a_work_folder_is_gone_when_the_work_is_done(tmp_path):
    """Nothing is left beside the target."""
    with work_folder(tmp_path / "out") as work:
        KeptParses(CountingNlp(), work).parse("Rain", ((0, 4),))
        assert work.is_dir()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("stop", [KeyboardInterrupt, OSError])
@pytest.mark.parametrize("worth_keeping", [True, False])
def test_a_work_folder_stays_where_there_is_something_to_go_on_from(tmp_path, stop, worth_keeping):
    """And only there."""
    with pytest.raises(stop), work_folder(tmp_path / "out") as work:  # noqa: PT012 - it is the block that is stopped
        work.mkdir()
        if worth_keeping:
            KeptParses(CountingNlp(), work).parse("Rain", ((0, 4),))
        raise stop
    assert [path.name for path in tmp_path.iterdir()] == [".out.work"] * worth_keeping
