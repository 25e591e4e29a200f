"""Whatever stands in the data, the page asks nobody for anything and runs nothing of it."""

import pytest

from tests.visualise.graphs import Told, ordinary
from tests.visualise.hostile import HOSTILE, in_every_field
from tests.visualise.in_browser.conftest import Open
from tests.visualise.in_browser.opened import Opened


def _hostile() -> Told:
    """Every hostile text as a name, a place, a word, a title and a reason."""
    told = Told()
    for number, text in enumerate(HOSTILE):
        source = told.source(f"source-{number}")
        officer = source.officer(f"o{number}", name=text, description=text, said_by=text, number=text, age=text)
        other = source.officer(f"p{number}", name=text, restriction="anonymity")
        case = source.investigation(f"i{number}", name=text, reference=text, description=text)
        group = source.record("ChatGroup", f"g{number}", name=text, platform=text, former_names=(text,))
        figure = source.record("Statistic", f"s{number}", measure=text, value=7, unit=text, as_stated=text)
        said = source.record("Allegation", f"a{number}", description=text, incident=text)
        source.states(officer, "SUBJECT_OF", case, text, outcome_as_stated=text, said_by=text)
        source.states(other, "SUBJECT_OF", case, text, status="inferred", reason=text)
        source.states(officer, "MEMBER_OF", group, text, role=text, how=text)
        source.states(officer, "SERVED_IN", source.force("north"), text, role=text, rank_as_stated=text)
        source.states(said, "AGAINST", officer, text, finding_as_stated=text)
        source.states(figure, "COUNTS", group, text)
        source.record("Denial", f"d{number}", from_id=case, to_id=group, of="link", as_stated=text)
        source.record(
            "Suggestion", f"q{number}", left_id=min(officer, other), right_id=max(officer, other), reasons=(text,)
        )
        told.decided(min(officer, other), max(officer, other), "unsure", reason=text, by=text)
    return told


@pytest.mark.parametrize("hosts", ["abort", "hang"])
def test_the_page_opens_and_asks_nobody_for_anything(open_page: Open, hosts: str) -> None:
    page = open_page(ordinary(), hosts=hosts)
    page.is_clean()
    assert len(page.asked) == 1


def _act(page: Opened) -> None:
    """Everything a reader can do, but for each item."""
    for each in page.page.locator("#legend-room input").all():
        each.click()
        each.click()
    for name in ("Table", "Table", "Mask names", "Mask names", "Group by community", "Fit", "Undo", "Theme: auto"):
        page.press(name)
    page.page.evaluate("window.print = () => {}")
    page.press("Print")
    page.press("Copy view link")
    for title in (
        "Picture (PNG)",
        "Picture (SVG)",
        "Graph (GraphML)",
        "Items (CSV)",
        "Links (CSV)",
        "Positions (for --positions)",
    ):
        assert page.saved(title)
    page.page.get_by_label("was known by").check()
    page.press("Play")
    page.page.wait_for_timeout(500)
    page.press("Stop")


@pytest.mark.slow
def test_the_hostile_corpus_in_every_field_and_every_action_runs_nothing(open_page: Open) -> None:
    page = open_page(_hostile(), title=HOSTILE[0], marking=HOSTILE[2], selection=HOSTILE[1], notes=(HOSTILE[4],))
    page.is_clean()
    _act(page)
    for text in HOSTILE:
        page.find(text[:40])
        page.is_clean()
    for number in range(3):
        page.page.locator("#find").fill("script")
        for _ in range(number):
            page.page.locator("#find").press("ArrowDown")
        page.page.locator("#find").press("Enter")
        page.press(f"Set as {'AB'[number % 2]}")
        for name in ("Focus", "Pin", "Hide", "Undo"):
            page.press(name)
    page.page.locator("#picture").hover(position={"x": 200, "y": 200})
    page.picture("hostile")
    page.is_clean()


@pytest.mark.slow
@pytest.mark.parametrize("number", range(len(HOSTILE)))
def test_a_hostile_text_in_every_field_of_every_kind_and_type_runs_nothing(open_page: Open, number: int) -> None:
    page = open_page(in_every_field(HOSTILE[number], number))
    page.is_clean()
    for item in page.page.evaluate(
        "JSON.parse(document.getElementById('data').textContent).items.map((each) => each.id)"
    ):
        page.find(item.partition(":")[2][:12])
        page.page.locator("#details summary").first.click()
    page.link(*(each.get_attribute("data-filter") or "" for each in page.page.locator("#legend-room input").all()[:2]))
    page.press("Table")
    for title in ("Picture (SVG)", "Graph (GraphML)", "Items (CSV)", "Links (CSV)"):
        assert page.saved(title)
    page.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.is_clean()


def test_hostile_names_are_shown_as_the_text_they_are(open_page: Open) -> None:
    told = Told()
    told.source().officer("x", name=HOSTILE[2])
    page = open_page(told, title=HOSTILE[0])
    assert page.page.locator("h1").inner_text() == HOSTILE[0]
    page.find("img")
    assert page.page.locator("#details-title").inner_text() == HOSTILE[2]
    page.is_clean()


def test_the_policy_is_live_in_the_browser(open_page: Open) -> None:
    page = open_page(ordinary())
    said = page.page.evaluate(
        """async () => {
            const fails = async (act) => {
                try { await act(); return "done"; } catch (error) { return error.name; }
            };
            const image = new Image();
            const seen = new Promise((done) => {
                image.onload = () => done("done");
                image.onerror = () => done("blocked");
            });
            image.src = "https://example.invalid/x.png";
            return {
                html: await fails(() => { document.body.innerHTML = "<b>x</b>"; }),
                script: await fails(() => {
                    const script = document.createElement("script");
                    script.textContent = "window.ran = 1";
                    document.body.append(script);
                }),
                fetch: await fails(() => fetch("https://example.invalid/")),
                image: await seen,
            };
        }"""
    )
    assert said["html"] == "TypeError"
    assert said["fetch"] == "TypeError"
    assert said["image"] == "blocked"
    assert page.page.evaluate("typeof window.ran") == "undefined"
    assert [each for each in page.asked if not each.startswith(("file:", "data:", "blob:"))] == []


@pytest.mark.parametrize(
    "hash_", ["#v=AAAA", "#v=%%%", "#v=" + "A" * 100_000, "#<script>", "#v=eyJzZWxlY3RlZCI6Im9mZmljZXI6eCJ9"]
)
def test_a_link_that_holds_no_view_of_this_file_is_ignored(open_page: Open, hash_: str) -> None:
    page = open_page(ordinary(), view=hash_)
    page.is_clean()
    assert "Details" in page.page.locator("#details-title").inner_text()
