"""The page in a browser: nothing is fetched, every link lights its words, and a reader gets by with keys alone."""

import os
import shutil
import tempfile
from pathlib import Path

import pytest
from msgspec import structs

from onrecord.corrections import read_corrections
from onrecord.corrections.places import find_place
from onrecord.model.claims import Claim, Reading
from onrecord.show import show_html

ROOT = Path(__file__).parents[2]
CHROMIUM, DRIVER = shutil.which("chromium"), shutil.which("chromedriver")
AXE = Path(os.environ.get("ONRECORD_AXE", ROOT / ".venv/browser/node_modules/axe-core/axe.min.js"))
REQUIRED = os.environ.get("ONRECORD_BROWSER") == "required"
"""Where every change must pass, a browser or a checker that is missing fails; elsewhere it is skipped."""
SWITCHES = (
    *("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update", "--disable-dev-shm-usage"),
)
NAMED = {
    "Escape": {"windowsVirtualKeyCode": 27, "code": "Escape"},
    "Enter": {"windowsVirtualKeyCode": 13, "code": "Enter", "text": "\r"},
}
IDLE = "return new Promise(done => requestAnimationFrame(() => setTimeout(done, 50)))"

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not ((CHROMIUM and DRIVER) or REQUIRED), reason="no chromium and chromedriver installed"),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
]


@pytest.fixture(scope="module")
def driver():
    webdriver = pytest.importorskip("selenium.webdriver")
    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM
    with tempfile.TemporaryDirectory() as profile:
        for switch in (*SWITCHES, f"--user-data-dir={profile}"):
            options.add_argument(switch)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
        browser = webdriver.Chrome(options, webdriver.ChromeService(DRIVER))
        yield browser
        browser.quit()


@pytest.fixture(scope="module")
def pages(tmp_path_factory, bridge, hostile, large):
    """The pages as files, as a reader gets them."""
    folder = tmp_path_factory.mktemp("pages")
    for name, record in (("bridge", bridge), ("folded", folded(bridge)), ("hostile", hostile), ("large", large)):
        (folder / f"{name}.html").write_text(show_html(record), encoding="utf-8")
    return folder


def folded(bridge):
    """The bridge with an eighth claim whose words all stand in the second."""
    herald = next(report for report in bridge.reports if report.id == "herald")
    at = herald.text.index("60 cars were stranded")
    reading = Reading("herald", "full", (herald.span(at, at + 7),), "happened")
    return structs.replace(bridge, claims=(*bridge.claims, Claim("k8", "60 cars", None, 0.1, (reading,))))


@pytest.fixture
def page(driver, pages):
    """Open a page anew: of that name, at a width, in a color scheme."""

    def open_page(name="bridge", *, width=1440, scheme="light", at="", script=True):
        size = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False}
        features = [
            {"name": "prefers-color-scheme", "value": scheme},
            {"name": "prefers-reduced-motion", "value": "reduce"},
        ]
        driver.get("about:blank")
        driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": not script})
        driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
        driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})
        driver.get_log("browser")
        driver.get_log("performance")
        driver.get(f"file://{pages / name}.html{at}")
        if script:
            driver.execute_script(IDLE)
        return driver

    yield open_page
    driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


def press(driver, key):
    for kind in ("keyDown", "keyUp"):
        text = {} if key in NAMED else {"text": key}
        driver.execute_cdp_cmd("Input.dispatchKeyEvent", {"type": kind, "key": key, **text, **NAMED.get(key, {})})


def run(driver, script, *arguments):
    return driver.execute_script(script, *arguments)


def visible_claims(driver):
    return run(
        driver,
        "return [...document.querySelectorAll('#matrix tr[id]')].filter(r => r.offsetParent).map(r => +r.id.slice(1))",
    )


def choose(driver, control, value):
    run(
        driver,
        "const c = document.getElementById(arguments[0]); c.value = arguments[1];"
        "c.dispatchEvent(new Event('input', {bubbles: true}))",
        control,
        value,
    )


@pytest.mark.parametrize("name", ["bridge", "hostile"])
def test_nothing_is_asked_of_the_network(page, name):
    """A page makes one request, for itself, and the console stays silent."""
    driver = page(name)
    requests = [
        entry["message"] for entry in driver.get_log("performance") if '"Network.requestWillBeSent"' in entry["message"]
    ]
    assert len(requests) == 1, requests
    assert driver.get_log("browser") == []


def test_every_link_lights_the_exact_words(page, bridge):
    """Whatever leads to a place lights that place's words, no more and no fewer."""
    driver = page()
    links = run(driver, "return [...document.querySelectorAll('a.w')].map(a => [a.dataset.l || a.hash.slice(1)])")
    assert len(links) > 20
    for n, (places,) in enumerate(links):
        lit = run(
            driver,
            "document.querySelectorAll('a.w')[arguments[0]].click();"
            "return arguments[1].map(p => [...document.querySelectorAll(`[id='${p}'], [data-of='${p}']`)]"
            ".map(e => e.classList.contains('lit') ? e.textContent : '(dark)').join(''))",
            n,
            places.split(" "),
        )
        for place, words in zip(places.split(" "), lit, strict=True):
            number, start, end = place[1:].split("-")
            text = bridge.reports[int(number) - 1].text[int(start) : int(end)]
            assert words == text, place


def test_every_anchor_exists_once(page):
    """No link of the page leads nowhere, and no id stands twice."""
    driver = page()
    ids = run(driver, "return [...document.querySelectorAll('[id]')].map(e => e.id)")
    hashes = run(
        driver, "return [...document.querySelectorAll('a[href^=\"#\"]')].map(a => a.getAttribute('href').slice(1))"
    )
    assert len(ids) == len(set(ids))
    assert set(hashes) <= set(ids)


def test_a_cell_opens_beside_the_report_that_differs(page):
    """The dock shows the cell's report and the other side of its finding."""
    driver = page()
    run(driver, "document.querySelector('#c2 td.differs a.w').click()")
    shown = run(driver, "return ['left', 'right'].map(s => document.querySelector('.text.' + s).dataset.name)")
    assert shown == ["Talden Post", "Orsk Herald"]
    assert run(driver, "return document.querySelector('#c2').classList.contains('at')")


def test_escape_closes_the_dock_where_the_reader_was(page):
    """Esc closes the dock and gives the focus back to the link that opened it."""
    driver = page()
    run(driver, "const a = document.querySelector('#c2 td.differs a.w'); a.focus(); a.click()")
    press(driver, "Escape")
    assert run(driver, "return document.getElementById('dock').hidden")
    assert run(driver, "return document.activeElement.closest('tr')?.id") == "c2"
    assert run(driver, "return document.querySelectorAll('.lit').length") == 0


@pytest.mark.parametrize(
    ("control", "value", "claims"),
    [
        pytest.param("show", "differs", [2, 3], id="told-differently"),
        pytest.param("show", "conflict", [2], id="conflict"),
        pytest.param("show", "all", [1], id="told-by-all"),
        pytest.param("show", "only", [5, 6], id="told-by-one"),
        pytest.param("show", "unsure", [4, 6], id="unsure"),
        pytest.param("by", "+4", [1, 4, 7], id="told-by-a-report"),
        pytest.param("by", "-4", [2, 3, 5, 6], id="not-told-by-a-report"),
        pytest.param("actor", "e-quill", [3], id="actor"),
        pytest.param("origin", "o-office", [1, 5], id="origin-behind-another"),
        pytest.param("topic", "repair", [3, 5], id="topic"),
        pytest.param("find", "fish market", [6], id="words-of-a-cell"),
        pytest.param("find", "CABLE crack", [4], id="words-in-any-order"),
    ],
)
def test_filters(page, control, value, claims):
    """A filter leaves the claims that fit, says how many, and can be taken back."""
    driver = page()
    choose(driver, control, value)
    assert sorted(visible_claims(driver)) == claims
    assert run(driver, "return document.getElementById('shown').value") == f"{len(claims)} of 7 claims"
    run(driver, "document.getElementById('show-all').click()")
    assert len(visible_claims(driver)) == 7


@pytest.mark.parametrize(
    ("how", "first"),
    [
        pytest.param("", 2, id="what-differs-first"),
        pytest.param("salience", 1, id="salience"),
        pytest.param("reports", 1, id="number-of-reports"),
        pytest.param("r4", 4, id="as-a-report-tells-it"),
    ],
)
def test_orders(page, how, first):
    """An order puts its claim first; the first order comes back with its groups."""
    driver = page()
    choose(driver, "sort", "reports")
    choose(driver, "sort", how)
    assert visible_claims(driver)[0] == first
    groups = run(driver, "return [...document.querySelectorAll('tr.group')].filter(r => r.offsetParent).length")
    assert groups == (0 if how else 3)


def test_rows_of_one_fact_are_folded_until_they_are_asked_for(page):
    """A row under another is hidden until its button, a filter or a link asks for it, and shown without a script."""
    driver = page("folded")
    assert 8 not in visible_claims(driver)
    assert run(driver, "return document.getElementById('shown').value") == "8 claims"
    button = "document.querySelector('button.parts')"
    run(driver, f"{button}.click()")
    assert visible_claims(driver)[:2] == [2, 8]
    assert run(driver, f"return {button}.getAttribute('aria-expanded')") == "true"
    run(driver, f"{button}.click()")
    assert 8 not in visible_claims(driver)
    choose(driver, "show", "only")
    assert 8 in visible_claims(driver)
    run(driver, "document.getElementById('show-all').click()")
    assert 8 not in visible_claims(driver)
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    assert 8 in visible_claims(driver)
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})
    assert 8 in visible_claims(page("folded", at="#c8"))
    page("folded", script=False)
    shown = run_without_script(driver, "#c8")
    assert shown


def run_without_script(driver, selector):
    """Tell whether something has a box on a page whose own scripts do not run."""
    root = driver.execute_cdp_cmd("DOM.getDocument", {})["root"]["nodeId"]
    node = driver.execute_cdp_cmd("DOM.querySelector", {"nodeId": root, "selector": selector})["nodeId"]
    return bool(driver.execute_cdp_cmd("DOM.getBoxModel", {"nodeId": node})["model"]["height"])


def test_one_minute_leads_to_rows_and_to_both_sides(page):
    """A line leads to its row, a side's words to the texts of both sides, what is open to the rows that are."""
    driver = page()
    lines = "document.querySelectorAll('#minute li.told a.to')"
    row = run(driver, f"const a = {lines}[0]; a.click(); return a.hash.slice(1)")
    run(driver, IDLE)
    box = run(driver, "return document.getElementById(arguments[0]).getBoundingClientRect().top", row)
    assert 0 <= box < 900
    run(driver, "document.querySelector('#minute li.differ a.w').click()")
    docked = run(driver, "return [...document.querySelectorAll('.text.left, .text.right')].map(t => t.dataset.name)")
    assert sorted(docked) == ["Orsk Herald", "Talden Post"]
    press(driver, "Escape")
    run(driver, "document.querySelector('#minute [data-show]').click()")
    assert sorted(visible_claims(driver)) == [4, 6]


def test_keys_walk_and_search(page):
    """The keys j and k walk the claims, Enter opens one, and / goes to the search field."""
    driver = page()
    press(driver, "j")
    press(driver, "j")
    assert run(driver, "return document.activeElement.closest('tr').id") == "c3"
    press(driver, "k")
    assert run(driver, "return document.activeElement.closest('tr').id") == "c2"
    press(driver, "Enter")
    assert not run(driver, "return document.getElementById('dock').hidden")
    press(driver, "j")
    assert run(driver, "return document.getElementById('dock-title').textContent") == "The bridge will open again."
    press(driver, "Escape")
    press(driver, "/")
    assert run(driver, "return document.activeElement.id") == "find"
    for letter in "fish":
        press(driver, letter)
    assert visible_claims(driver) == [6]


def test_single_keys_can_be_switched_off(page):
    """A reader whose software types letters can switch the single keys off (WCAG 2.1.4)."""
    driver = page()
    run(driver, "document.getElementById('keys').checked = false")
    press(driver, "j")
    assert run(driver, "return document.activeElement.tagName") == "BODY"


@pytest.mark.parametrize("at", ["#r2-213-229", "#c2", "#f1"])
def test_deep_links(page, at):
    """An address with a place of the page shows it: words are lit, a claim and a finding are in sight."""
    driver = page(at=at)
    place = at[1:]
    run(driver, IDLE)
    box = run(
        driver,
        "const r = document.getElementById(arguments[0]).getBoundingClientRect(); return [r.top, r.bottom]",
        place,
    )
    assert 0 <= box[0] < 900
    if place.startswith("r"):
        assert run(driver, "return document.getElementById(arguments[0]).classList.contains('lit')", place)


def test_copy_gives_words_outlet_date_and_place(page):
    """What is copied can be cited: the words, the outlet, the day, the file, the characters."""
    driver = page()
    run(driver, "navigator.clipboard.writeText = text => { window.copied = text; return Promise.resolve() }")
    run(
        driver,
        "document.querySelector('#c2 td.differs a.w').click(); document.querySelector('.text.left .copy').click()",
    )
    run(driver, IDLE)
    copied = run(driver, "return window.copied")
    assert copied == "“At least 40 cars were stranded”\nThe Talden Post · 4 May 1998 · post.txt, characters 213–243"


def test_all_sides_can_be_copied_at_once(page):
    """A whole line is copied with every side's words and where they stand."""
    driver = page()
    run(driver, "navigator.clipboard.writeText = text => { window.copied = text; return Promise.resolve() }")
    run(driver, "document.querySelector('#c2 td.differs a.w').click(); document.getElementById('dock-copy').click()")
    run(driver, IDLE)
    assert run(driver, "return window.copied").split("\n\n") == [
        "Cars were stranded.",
        "“At least 40 cars were stranded”\nThe Talden Post · 4 May 1998 · post.txt, characters 213–243",
        (
            "“About 60 cars were stranded on the east ramp”\n"
            "Orsk Herald · 5 May 1998 · herald.txt, characters 48–92 · https://herald.invalid/bridge"
        ),
    ]


def copied_correction(driver, *clicks, kind):
    """Return the corrections that are copied for what was clicked, signed, and checked as the program does."""
    run(driver, "navigator.clipboard.writeText = text => { window.copied = text; return Promise.resolve() }")
    for selector in clicks:
        run(driver, "document.querySelector(arguments[0]).click()", selector)
    run(driver, "document.getElementById('dock-kind').value = arguments[0]", kind)
    run(driver, "document.getElementById('dock-lines').click()")
    run(driver, IDLE)
    lines = (
        run(driver, "return window.copied")
        .replace('""', '"Mara Quill"')
        .replace('date = "Mara Quill"', "date = 1998-05-04")
    )
    (correction,) = read_corrections(lines.encode(), path="corrections.toml")
    return correction


@pytest.mark.parametrize(
    ("clicks", "kind", "words"),
    [
        pytest.param(["#c2 td.differs a.w"], "split", ["At least 40 cars were stranded"], id="split"),
        pytest.param(
            ["#c1 td a.w[href^='#r4']", "#c4 td a.w[href^='#r2']"],
            "merge",
            ["forced the Talden bridge to shut on Monday", "a crack was found in a cable"],
            id="merge",
        ),
        pytest.param(["#f1 .side a.w"], "wrong", ["At least 40 cars", "About 60 cars"], id="wrong-from-its-list"),
        pytest.param(["#c2 td.differs a.w"], "wrong", ["At least 40 cars", "About 60 cars"], id="wrong-from-the-row"),
        pytest.param([".remark a.w"], "speaker", ["We will open it again within three weeks,"], id="speaker"),
        pytest.param(["#c1 td a.w[href^='#r2']"], "date", ["The Talden bridge was shut on Monday"], id="date"),
    ],
)
def test_the_lines_of_a_correction_can_be_copied(page, bridge, clicks, kind, words):
    """They are read as they stand once they are signed, and their words stand once in their report."""
    correction = copied_correction(page(), *clicks, kind=kind)
    assert correction.kind == kind
    assert [place.words for place in correction.places] == words
    for place in correction.places:
        assert " ".join(find_place(place, bridge.reports).exact.split()) == place.words


def test_words_that_stand_twice_are_copied_with_those_around_them(page, pages, bridge):
    """Until they stand once."""
    herald, times = bridge.reports[2:]
    spans = [report.span(at := report.text.index("the "), at + 3) for report in (herald, times)]
    readings = tuple(Reading(span.report, "full", (span,), "happened") for span in spans)
    twice = structs.replace(bridge, claims=(Claim("k1", "the", None, 1.0, readings),), findings=())
    (pages / "twice.html").write_text(show_html(twice), encoding="utf-8")
    (place,) = copied_correction(page("twice"), "#c1 td a.w", kind="split").places
    assert place.words != "the"
    found = find_place(place, bridge.reports)
    assert found.contains(next(span for span in spans if span.report == found.report))


@pytest.mark.parametrize("name", ["bridge", "hostile"])
@pytest.mark.parametrize("width", [360, 400, 768, 1440, 2560])
def test_no_width_scrolls_the_page_sideways(page, name, width):
    """From a phone to a wall screen, only pictures and wide tables scroll sideways, and in themselves."""
    driver = page(name, width=width)
    assert run(driver, "return document.documentElement.scrollWidth") <= width


@pytest.mark.slow
def test_a_large_story_opens_and_filters(page):
    """Fifty reports by three hundred claims open in a moment, scroll in their own frame, and filter while one types.

    The bounds leave room for a busy machine and for tests beside this one; an idle one needs a quarter.
    """
    timing = "const n = performance.getEntriesByType('navigation')[0]; return n.loadEventEnd"
    assert min(run(page("large"), timing) for _ in range(3)) < 6000
    driver = page("large")
    scroll = "const w = document.querySelector('.wide'); w.scrollTo(3000, 3000); return [w.scrollLeft, w.scrollTop]"
    assert run(driver, scroll) == [3000, 3000]
    assert run(driver, "return document.documentElement.scrollWidth") <= 1440
    took = run(
        driver,
        "const t = performance.now(); const f = document.getElementById('find'); f.value = 'number 41';"
        "f.dispatchEvent(new Event('input', {bubbles: true})); document.body.offsetHeight;"
        "return performance.now() - t",
    )
    assert took < 3000
    assert len(visible_claims(driver)) == 6


def test_dark_follows_the_system_and_the_switch(page):
    """The page is dark where the system is, and the switch turns it over."""
    ground = "return getComputedStyle(document.body).backgroundColor"
    driver = page(scheme="dark")
    dark = run(driver, ground)
    run(driver, "document.getElementById('theme').click()")
    light = run(driver, ground)
    run(driver, "localStorage.clear()")
    assert dark != light
    page(scheme="light")
    assert run(driver, ground) == light


def test_hostile_words_stay_words(page):
    """No script, handler, tag or address in a report's text does anything."""
    driver = page("hostile")
    assert run(driver, "return window.hacked") is None
    assert run(driver, "return document.querySelectorAll('img, iframe, object, [onerror]').length") == 0
    assert run(driver, "return document.scripts.length") == 1
    assert run(driver, "return [...document.links].filter(a => a.protocol !== 'file:').length") == 0
    assert run(driver, "return [...document.querySelectorAll('[style]')].length") == 0


def test_the_page_reads_without_script(page):
    """Without script no control stands about, every section shows, and a link still marks its words."""
    driver = page(script=False, at="#r2-213-229")
    root = driver.execute_cdp_cmd("DOM.getDocument", {})["root"]["nodeId"]

    def node(selector):
        return driver.execute_cdp_cmd("DOM.querySelector", {"nodeId": root, "selector": selector})["nodeId"]

    driver.execute_cdp_cmd("DOM.enable", {})
    driver.execute_cdp_cmd("CSS.enable", {})
    computed = driver.execute_cdp_cmd("CSS.getComputedStyleForNode", {"nodeId": node("[id='r2-213-229']")})[
        "computedStyle"
    ]
    style = {entry["name"]: entry["value"] for entry in computed}
    assert style["background-color"] == "rgb(255, 226, 122)"
    tools = driver.execute_cdp_cmd("CSS.getComputedStyleForNode", {"nodeId": node("#tools")})["computedStyle"]
    assert {"name": "display", "value": "none"} in tools
    assert node("#claims table")


def test_print_shows_the_matrix_and_no_controls(page):
    """On paper the head of the table is there and the controls are not."""
    driver = page()
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    seen = run(
        driver,
        "return ['thead', '#tools', '.bar', '#theme'].map(s => getComputedStyle(document.querySelector(s)).display)",
    )
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})
    assert seen == ["table-header-group", "none", "none", "none"]
    assert len(driver.execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True})["data"]) > 10_000


@pytest.mark.skipif(
    not (AXE.exists() or REQUIRED), reason="axe-core is not installed (npm install axe-core --prefix .venv/browser)"
)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [400, 1440])
@pytest.mark.parametrize("docked", [False, True])
def test_accessibility(page, scheme, width, docked):
    """axe-core finds nothing against WCAG 2.2 AA, in light and dark, wide and narrow, with the dock and without."""
    driver = page(scheme=scheme, width=width)
    run(driver, "document.querySelectorAll('details').forEach(d => { d.open = true })")
    if docked:
        run(driver, "document.querySelector('#c2 td.differs a.w').click()")
    run(driver, AXE.read_text(encoding="utf-8"))
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    found = driver.execute_async_script(
        "const done = arguments[1]; axe.run(document, {runOnly: arguments[0]}).then(r => done(r.violations.map("
        "v => v.id + ': ' + v.nodes.slice(0, 4).map(n => n.html.slice(0, 160) + ' ' + n.failureSummary).join(' | '))))",
        tags,
    )
    assert found == []
