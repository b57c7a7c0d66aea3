"""What befalls one person in its course."""

import pytest

from onrecord.ledger.courses import find_courses
from onrecord.ledger.happenings import Happening, Told, kind_of
from onrecord.model.report import Report
from onrecord.model.span import ReportId

REPORT = Report(ReportId("r0"), "r0.txt", "Words.", "0" * 64)


def told(lemma, *, sufferer=None, doer=None, spoken=False):
    return [
        Told(
            0,
            Happening(
                0,
                kind_of(lemma),
                lemma,
                None,
                "happened",
                REPORT.span(0, 5),
                None,
                (),
                (),
                None,
                doer=doer,
                sufferer=sufferer,
                spoken=spoken,
            ),
        )
    ]


@pytest.mark.parametrize(
    ("groups", "pairs"),
    [
        pytest.param(
            [told("release", sufferer="Dahm"), told("arrest", sufferer="Dahm"), told("sentence", sufferer="Dahm")],
            [(1, 2), (2, 0)],
            id="arrested-sentenced-released",
        ),
        pytest.param([told("release", sufferer="Dahm"), told("arrest", sufferer="Vole")], [], id="two-people"),
        pytest.param(
            [told("arrest", sufferer="Dahm"), told("arrest", sufferer="Dahm"), told("release", sufferer="Dahm")],
            [],
            id="arrested-twice",
        ),
        pytest.param([told("die", sufferer="Dahm"), told("rob", doer="Dahm")], [(1, 0)], id="death-last"),
        pytest.param(
            [told("die", sufferer="Dahm"), told("rob", doer="Dahm"), told("tell", doer="Dahm", spoken=True)],
            [],
            id="who-speaks-is-alive",
        ),
    ],
)
def test_a_persons_course_has_one_order(groups, pairs):
    """Of one person, arrest comes before sentence and release, and what he did before his death."""
    assert list(find_courses(groups)) == pairs
