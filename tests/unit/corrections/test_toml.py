"""A file of corrections is read strictly: what is wrong in it is said in one sentence each, with what to do."""

import pytest

from onrecord.corrections import read_corrections
from onrecord.errors import CorrectionsFileError
from onrecord.model.corrections import Correction, Place

GOOD = """
[[correction]]
kind = "merge"
words = [{report = "a.txt", words = "one thing"}, {words = "another thing", report = "b.txt"}]
who = "M. Arden"
when = 1998-11-16
why = "Both tell of the bridge."
"""


def read(text):
    return read_corrections(text.encode() if isinstance(text, str) else text, path="corrections.toml")


def test_a_correction_has_its_words_and_who_says_so_when_and_why():
    """Each with the report that they stand in."""
    (correction,) = read(GOOD)
    assert correction == Correction(
        1,
        "merge",
        (Place("one thing", "a.txt"), Place("another thing", "b.txt")),
        who="M. Arden",
        when="1998-11-16",
        why="Both tell of the bridge.",
    )


@pytest.mark.parametrize(
    ("kind", "more", "value"),
    [
        pytest.param("split", "", None, id="split"),
        pytest.param("wrong", "", None, id="wrong"),
        pytest.param("wrong", 'aspect = "amount"', "amount", id="wrong-in-one-aspect"),
        pytest.param("speaker", 'speaker = " Mara  Quill "', "Mara Quill", id="speaker"),
        pytest.param("date", "date = 1998-11-13", "1998-11-13", id="date"),
        pytest.param("date", 'date = "1998-11"', "1998-11", id="month"),
    ],
)
def test_each_kind_has_its_own_key(kind, more, value):
    """A speaker, a date, an aspect; the others have none."""
    (correction,) = read(GOOD.replace("merge", kind) + more)
    assert (correction.kind, correction.value) == (kind, value)


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param(b"\xef\xbb\xbf" + GOOD.encode(), id="byte-order-mark"),
        pytest.param(GOOD.replace("\n", "\r\n").encode(), id="windows-lines"),
    ],
)
def test_what_an_editor_adds_does_no_harm(raw):
    """A mark at the beginning of the file, the line ends of another system."""
    assert read(raw) == read(GOOD)


def without(key):
    return "\n".join(line for line in GOOD.splitlines() if not line.startswith(key))


def instead(key, line):
    return without(key) + "\n" + line


@pytest.mark.parametrize(
    ("text", "says"),
    [
        pytest.param("", "holds no correction; write one under a line [[correction]]", id="empty"),
        pytest.param("# later", "holds no correction", id="only-a-comment"),
        pytest.param("correction = []", "holds no correction", id="empty-list"),
        pytest.param(b"\x00\x01\x02\x03", "is no text; write it with a text editor", id="binary"),
        pytest.param(b"\x89PNG\xff\xfe", "is no text in UTF-8 (byte 0); save it as UTF-8", id="picture"),
        pytest.param(GOOD.encode("utf-16"), "is in UTF-16; save it as UTF-8", id="utf-16"),
        pytest.param(
            "why = “bare”".encode("cp1252"), "is no text in UTF-8 (byte 6); save it as UTF-8", id="windows-1252"
        ),
        pytest.param(GOOD + "\nwhy", "is no TOML: ", id="no-toml"),
        pytest.param(GOOD + 'why = "again"', "mend the line or take it out", id="key-twice"),
        pytest.param(
            GOOD.replace("]]", "]").replace("[[", "["), "correction is no list of tables; begin each", id="one-bracket"
        ),
        pytest.param(GOOD + "\n[other]\nx = 1", "'other' is not known", id="other-table"),
        pytest.param(
            'kind = "merge"', "'kind' is not known; each correction begins with a line [[correction]]", id="no-table"
        ),
        pytest.param("correction = 3", "correction is no list of tables; begin each", id="number"),
        pytest.param(
            without("kind"), "correction 1: has no kind; write kind = one of merge, split, wrong", id="no-kind"
        ),
        pytest.param(
            GOOD.replace("merge", "join"), "the kind 'join' is not known; write kind = one of", id="unknown-kind"
        ),
        pytest.param(instead("kind", "kind = 3"), "the kind 3 is not known", id="kind-of-another-type"),
        pytest.param(instead("kind", 'kind = ["merge"]'), "the kind ['merge'] is not known", id="kinds"),
        pytest.param("x = " + "[" * 5_000, "is no TOML", id="brackets-without-end"),
        pytest.param("x = " + "9" * 5_000, "is no TOML", id="a-number-of-too-many-digits"),
        pytest.param(without("why"), 'has no why; write why = "the reason, in a sentence"', id="no-why"),
        pytest.param(instead("why", 'why = " "'), "why must be a text in quotation marks, not ' '", id="empty-why"),
        pytest.param(without("who"), "has no who; write who = ", id="no-who"),
        pytest.param(
            instead("who", "who = 7"), "who must be a text in quotation marks, not 7", id="who-of-another-type"
        ),
        pytest.param(without("when"), "has no when; write when = a day, such as 1998-11-16", id="no-when"),
        pytest.param(
            instead("when", 'when = "yesterday"'), "when is no date: 'yesterday'; write it as", id="when-no-date"
        ),
        pytest.param(instead("when", "when = 16"), "when is no date: 16; write it as", id="when-a-number"),
        pytest.param(instead("when", 'when = "1998-02-30"'), "when is no date", id="when-no-day-of-the-calendar"),
        pytest.param(without("words"), "has no words; write words = ", id="no-words"),
        pytest.param(instead("words", 'words = "one"'), "words is 'one'; write a list, such as", id="words-alone"),
        pytest.param(
            instead("words", 'words = [{report = "a", words = "b"}]'),
            "words has too few for merge; copy words of each claim",
            id="one-place",
        ),
        pytest.param(instead("words", "words = [2]"), "words has 2; write tables such as", id="words-a-number"),
        pytest.param(
            instead("words", 'words = [{report = "a", words = "…"}]'),
            "words is empty; copy words of a report",
            id="words-empty",
        ),
        pytest.param(
            instead("words", 'words = [{report = "a", exact = "b"}]'),
            "write tables such as",
            id="other-key",
        ),
        pytest.param(
            GOOD + 'speaker = "Quill"', "merge has no 'speaker'; it has kind, words, who, when, why", id="foreign-key"
        ),
        pytest.param(GOOD.replace("merge", "speaker"), "has no speaker; write speaker = ", id="no-speaker"),
        pytest.param(GOOD.replace("merge", "date"), "has no date; write date = a day", id="no-date"),
        pytest.param(GOOD.replace("merge", "date") + 'date = "soon"', "date is no date: 'soon'", id="date-no-date"),
        pytest.param(
            GOOD.replace("merge", "wrong") + 'aspect = "x"', "the aspect 'x' is not known; write one of", id="aspect"
        ),
    ],
)
def test_a_file_that_is_not_as_it_should_be_is_refused_in_one_sentence(text, says):
    """It names the file and, where there is one, the correction, and says what to do."""
    with pytest.raises(CorrectionsFileError) as refused:
        read(text)
    assert refused.value.code == "OR801"
    (reason,) = refused.value.reasons
    assert says in reason
    assert str(refused.value) == f"corrections.toml: {reason}"
    assert "\n" not in reason
    assert "; " in reason


def test_each_correction_that_is_wrong_is_named():
    """A user mends them all at once."""
    with pytest.raises(CorrectionsFileError) as refused:
        read(GOOD + without("why") + "\n" + without("who"))
    assert [reason.split(":")[0] for reason in refused.value.reasons] == ["correction 2", "correction 3"]
