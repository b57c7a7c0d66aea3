"""Views that read alike are one side; a finding tells one difference once, with both sides' words."""

from onrecord.compare.findings import Ruling, View, find_differences, merge_alike
from onrecord.model.span import Span


def view(report, value):
    words = f"{value} dead"
    return View(report, str(value), (Span(report, 0, len(words), words),), value)


def judge(a, b):
    return Ruling("same" if a == b else "conflict", "amount", "Two figures")


def test_views_that_read_alike_are_one_side():
    (finding,) = find_differences(("c1",), [view("a", 4), view("b", 6), view("c", 4)], judge)
    assert [(side.reports, side.reads) for side in finding.sides] == [(("a", "c"), "4"), (("b",), "6")]


def test_no_difference_is_no_finding():
    assert find_differences(("c1",), [view("a", 4), view("b", 4)], judge) == ()


def test_a_note_repeats_both_sides_words():
    (finding,) = find_differences(("c1",), [view("a", 4), view("b", 6)], judge)
    assert finding.note == "Two figures: “4 dead”; “6 dead”."


def test_a_note_says_a_date_in_words():
    """The value of a side stays in EDTF; what people read of it is words."""
    words = ("the summer", "July")
    views = [
        View(w[-1], v, (Span(w[-1], 0, len(w), w),), v) for w, v in zip(words, ("1997-22", "1997-07"), strict=True)
    ]
    (finding,) = find_differences(("c1",), views, lambda *_: Ruling("precision", "date", "One says more"))
    assert finding.note == "One says more: “the summer” (summer 1997); “July” (Jul 1997)."
    assert [side.reads for side in finding.sides] == ["1997-22", "1997-07"]


def test_an_id_comes_from_what_a_finding_stands_on():
    one, two = (find_differences((claim,), [view("a", 4), view("b", 6)], judge) for claim in ("c1", "c2"))
    assert one[0].id == two[0].id
    assert find_differences(("c1",), [view("c", 4), view("b", 7)], judge)[0].id != one[0].id


def test_one_difference_of_two_claims_is_told_once():
    one, two = (find_differences((claim,), [view("a", 4), view("b", 6)], judge) for claim in ("c1", "c2"))
    (merged,) = merge_alike([*one, *two])
    assert merged.claims == ("c1", "c2")


def test_a_copy_of_a_report_adds_no_finding():
    alone = find_differences(("c1",), [view("a", 4), view("b", 6)], judge)
    copied = find_differences(("c1",), [view("a", 4), view("b", 6), view("z", 6)], judge)
    assert len(alone) == len(copied)
