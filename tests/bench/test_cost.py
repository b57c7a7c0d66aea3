"""What a record costs, beside the parser in the same run: `make bench`."""

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest

from onrecord.align import align
from onrecord.annotate import annotate
from onrecord.compare import compare
from onrecord.ingest import read_reports
from onrecord.ledger import keep_ledger
from onrecord.model.report import Report
from onrecord.show import show_html

ROOT = Path(__file__).parent.parent.parent
STORY = ROOT / "stories/rail_strike/reports"
CPU_SECONDS, MEGABYTES, OWN_SHARE = 6.0, 700, 0.5
"""Five reports of 500 words, from a cold start to the page; our own code beside the parse."""

pytestmark = [pytest.mark.bench, pytest.mark.model, pytest.mark.slow]

CHILD = """
import json, resource, sys
from onrecord.cli import main
try:
    main(["build", sys.argv[1], "-o", sys.argv[2], "--json"])
except SystemExit as stop:
    assert not stop.code, stop.code
used = resource.getrusage(resource.RUSAGE_SELF)
print(json.dumps({"cpu": used.ru_utime + used.ru_stime, "mb": used.ru_maxrss / 1024}))
"""


def test_five_reports_cold_to_page(tmp_path):
    """Imports and models included."""
    done = subprocess.run([sys.executable, "-c", CHILD, STORY, tmp_path / "out"], capture_output=True, check=True)
    used = json.loads(done.stdout.splitlines()[-1])
    print(used)
    assert used["cpu"] <= CPU_SECONDS
    assert used["mb"] <= MEGABYTES


class Timed:
    """A parser or an encoder that counts the CPU seconds it takes."""

    def __init__(self, inner):
        self.inner = inner
        self.seconds = 0.0

    def __getattr__(self, name):
        found = getattr(self.inner, name)
        if name not in {"parse", "encode"}:
            return found

        def timed(*args):
            start = time.process_time()
            try:
                return found(*args)
            finally:
                self.seconds += time.process_time() - start

        return timed


def test_our_own_code_beside_the_parser(models):
    """Everything but the parse and the sentence vectors is at most half of the parse."""
    reports = [item for item in read_reports([str(STORY)]) if isinstance(item, Report)]
    annotate(reports[0], nlp=models.nlp)
    nlp, encoder = Timed(models.nlp), Timed(models.encoder)
    start = time.process_time()
    alignment = align([annotate(report, nlp=nlp) for report in reports], encoder=encoder)
    compare(alignment)
    keep_ledger(alignment)
    whole = time.process_time() - start
    own = whole - nlp.seconds - encoder.seconds
    print({"parse": nlp.seconds, "vectors": encoder.seconds, "own": own, "share": own / nlp.seconds})
    assert own <= OWN_SHARE * nlp.seconds


def test_the_page_of_a_record(benchmark, ferry):
    """The page is laid out in a fraction of a second."""
    benchmark(show_html, ferry)
