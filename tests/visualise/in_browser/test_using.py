"""What a reader does with the page: filter, date, search, read sources, ask why, and all of it by keyboard."""

import json
from collections import Counter
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from queries.times import Times
from tests.visualise.graphs import Told, ordinary
from tests.visualise.in_browser.conftest import Open
from tests.visualise.in_browser.opened import Opened


def _counts(page: Opened) -> dict[str, str]:
    rows = page.page.locator("#legend-room li").all()
    return {
        str(each.locator("input").get_attribute("data-filter")): each.locator(".count").inner_text() for each in rows
    }


def _set_date(page: Opened, date: str) -> None:
    page.page.evaluate(
        """(date) => {
            const slider = document.querySelector("#dates-room input[type=range]");
            for (let place = 0; place < Number(slider.max); place += 1) {
                slider.value = String(place);
                slider.dispatchEvent(new Event("input"));
                if (document.getElementById("date").textContent === date) return;
            }
            throw new Error("no such month");
        }""",
        date,
    )
    page.page.wait_for_timeout(250)


def test_the_legend_counts_what_is_held(open_page: Open) -> None:
    told = ordinary()
    subgraph = told.subgraph()
    things = {each.canonical_id: each.label for each in subgraph.records}
    types = Counter(each.type for each in subgraph.statements)
    counts = _counts(open_page(told))
    assert {name: counts[name] for name in Counter(things.values())} == {
        k: str(n) for k, n in Counter(things.values()).items()
    }
    assert {name: counts[name] for name in types} == {name: str(count) for name, count in types.items()}
    assert (counts["denied"], counts["suggested"], counts["alleged"]) == ("1", "1", "2")


def test_a_filter_hides_and_the_counts_say_so_and_undo_brings_it_back(open_page: Open) -> None:
    page = open_page(ordinary())
    before = page.page.locator("#counts").inner_text()
    page.page.locator('[data-filter="Force"]').click()
    assert _counts(page)["Force"] == "0 of 1"
    assert _counts(page)["SERVED_IN"] == "0 of 3"
    assert page.page.locator("#counts").inner_text() != before
    page.press("Undo")
    assert page.page.locator("#counts").inner_text() == before
    page.page.locator('[data-filter="Officer"]').click(modifiers=["Alt"])
    assert {each["kind"] for each in page.rows("Items (CSV)")} == {"Officer"}
    page.is_clean()


@pytest.mark.slow
@pytest.mark.parametrize("reading", ["at", "known"])
def test_the_slider_shows_what_the_command_would_at_the_same_date(open_page: Open, reading: str) -> None:
    told = ordinary()
    told.sources[1].recorded = told.sources[0].recorded.__class__("2023-05", "2023-06")
    second = told.sources[1]
    late = second.officer("Late")
    second.states(late, "SERVED_IN", second.force("northvale"), valid_from="2024-01", valid_to="2024-03")
    subgraph = told.subgraph()
    page = open_page(told)
    page.page.get_by_label({"at": "was true at", "known": "was known by"}[reading]).check()
    dates = ("2018-06", "2020-01", "2024-02") if reading == "at" else ("2022-10", "2022-12", "2023-05")
    for date in dates:
        _set_date(page, date)
        times = Times(at=date) if reading == "at" else Times(known=date)
        records = {each.id: each.canonical_id for each in subgraph.records if times.stated(each.properties)}
        statements = {
            each.id
            for each in subgraph.statements
            if times.hold(each.properties) and {each.from_id, each.to_id} <= records.keys()
        }
        items, links = page.seen()
        assert items == set(records.values()), date
        assert {each for each in links if not each.startswith(("denial", "suggestion"))} == statements, date
    page.is_clean()


def test_undated_links_can_be_left_out_of_a_date(open_page: Open) -> None:
    page = open_page(ordinary())
    _set_date(page, "2020-06")
    page.page.get_by_label("include the", exact=False).uncheck()
    assert {each["since"] for each in page.rows("Links (CSV)")} == {"2020"}


def test_search_finds_without_accents_and_shows_what_was_filtered_out(open_page: Open) -> None:
    told = ordinary()
    told.sources[0].officer("Müller")
    page = open_page(told)
    page.page.locator('[data-filter="Officer"]').click()
    page.page.locator("#find").fill("muller")
    assert "filtered out" in page.page.locator("#hits").inner_text()
    page.page.locator("#find").press("Enter")
    assert page.page.locator("#details-title").inner_text() == "Müller"
    assert page.page.locator('[data-filter="Officer"]').is_checked()


def test_details_tell_every_record_with_source_place_whose_word_status_and_dates(open_page: Open) -> None:
    page = open_page(ordinary())
    page.find("ash")
    text = page.page.locator("#details").inner_text()
    for words in (
        "Title of article (article), para 2",
        "said by the force",
        "inferred",
        "recorded 2022-10-01",
        "page 3",
    ):
        assert words in text
    assert "One thing by decision, of 2 records" in text
    assert "Held to be the same, by A. Reviewer" in text
    page.find("night shift")
    assert "A reporting restriction applies." in page.page.locator("#details").inner_text()
    assert page.page.locator("#details s").inner_text().endswith("nothing to do with each other.")


def test_a_route_is_told_in_sentences_with_sources_and_what_it_depends_on(open_page: Open) -> None:
    page = open_page(ordinary())
    answer = page.link("birch", "second case")
    assert "Birch is a subject of First case" in answer
    assert "Held to be the same" in answer
    assert "Title of paper (paper)" in answer
    assert "Depends on 1 identity that a person decided." in answer
    assert "does not show wrongdoing" in answer
    page.picture("why-linked")
    page.page.get_by_label("stated only").check()
    assert "No route of at most 4 links" in page.page.locator("#answer").inner_text()


def test_a_denial_is_said_first_and_is_never_in_a_route(open_page: Open) -> None:
    page = open_page(ordinary())
    answer = page.link("second case", "night shift")
    assert answer.startswith("Denied: It is denied that Second case and The night shift are linked")
    steps = page.page.locator("#answer .route li").all_inner_texts()
    assert steps
    assert not [each for each in steps if "denied" in each.lower()]


def test_a_search_says_that_nothing_is_called_so_and_finds_the_named_first(open_page: Open) -> None:
    told = Told()
    source = told.source()
    source.record("Officer", "a", description="A colleague of Birch", identified=False)
    source.officer("b", name="Zoe Birch")
    page = open_page(told)
    hits = page.page.locator("#hits")
    page.page.locator("#find").fill("birch")
    assert [each.partition("\n")[0] for each in hits.locator("li").all_inner_texts()] == [
        "Zoe Birch",
        "A colleague of Birch",
    ]
    page.page.locator("#find").fill("nobody")
    assert hits.inner_text() == "Nothing here is called so."
    page.page.locator("#find").press("Enter")
    page.page.locator("#find").press("Escape")
    assert hits.inner_text() == ""
    assert page.faults == []


def test_a_table_breaks_no_kind_and_no_heading_in_the_middle_of_a_word(open_page: Open) -> None:
    page = open_page(ordinary(), context={"viewport": {"width": 1000, "height": 700}})
    page.press("Table")
    lines = """each => each.map((cell) => {
      const words = document.createRange();
      words.selectNodeContents(cell);
      return [cell.textContent, new Set([...words.getClientRects()].map((box) => box.top)).size];
    })"""
    cells = page.page.locator("#tables thead th, #tables tbody td:first-of-type").evaluate_all(lines)
    assert [text for text, height in cells if text and height > len(text.split())] == []


def test_masked_names_are_gone_from_everything_that_shows(open_page: Open) -> None:
    page = open_page(ordinary())
    page.press("Mask names")
    page.find("officer")
    page.press("Table")
    shown = page.page.locator("body").inner_text()
    saved = b"".join(
        page.saved(title) for title in ("Picture (SVG)", "Graph (GraphML)", "Items (CSV)", "Links (CSV)")
    ).decode()
    for name in ("Birch", "Asche", "night shift", "nothing to do"):
        assert name not in shown
        assert name not in saved


def test_from_search_to_a_linked_officers_source_and_a_route_by_keyboard_alone(open_page: Open) -> None:
    page = open_page(ordinary())
    keys = page.page.keyboard
    keys.press("/")
    keys.type("first case")
    keys.press("Enter")
    assert page.page.evaluate("document.activeElement.id") == "details-title"
    _tab_to(page, "Birch")
    keys.press("Enter")
    assert page.page.locator("#details-title").inner_text() == "Birch"
    assert "Title of article (article)" in page.page.locator("#details").inner_text()
    _tab_to(page, "Set as A")
    keys.press("Enter")
    keys.press("/")
    keys.type("ash")
    keys.press("Enter")
    _tab_to(page, "Set as B")
    keys.press("Enter")
    assert page.page.locator("#answer .route").count() >= 1
    keys.press("Escape")
    assert "Choose two things" in page.page.locator("#answer").inner_text()


def _tab_to(page: Opened, name: str) -> None:
    for _ in range(80):
        page.page.keyboard.press("Tab")
        if page.page.evaluate("document.activeElement.textContent") == name:
            return
    raise AssertionError(f"{name} is not reached by Tab")


def test_arrows_walk_the_picture_and_say_where_they_are(open_page: Open) -> None:
    page = open_page(ordinary())
    page.page.locator("#picture").focus()
    heard = set()
    for key in ("ArrowDown", "ArrowRight", "ArrowUp", "ArrowLeft", "ArrowDown", "ArrowRight"):
        page.page.keyboard.press(key)
        heard.add(page.page.locator("#spoken").inner_text())
    assert len(heard - {"Nothing in that direction."}) > 1
    page.page.keyboard.press("Enter")
    assert page.page.evaluate("document.activeElement.id") == "details-title"


@pytest.mark.slow
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious(open_page: Open, scheme: str) -> None:
    page = open_page(ordinary(), marking="OFFICIAL", context={"color_scheme": scheme, "bypass_csp": True})
    for prepare in (lambda: page.link("birch", "second case"), lambda: page.press("Table")):
        prepare()
        found: list[dict[str, Any]] = Axe().run(page.page).response["violations"]
        serious = [each for each in found if each["impact"] in ("serious", "critical")]
        assert not serious, json.dumps(
            [(each["id"], [node["html"] for node in each["nodes"]][:3]) for each in serious], indent=1
        )
    page.picture(f"axe-{scheme}")


def test_the_table_holds_what_the_picture_shows(open_page: Open) -> None:
    page = open_page(ordinary())
    page.press("Table")
    captions = page.page.locator("caption").all_inner_texts()
    assert [f"{number} {word}" for number, word in ((8, "items"), (11, "links"))] == captions
    assert page.page.locator("tbody").nth(0).locator("tr").count() == 8
    assert page.page.locator(".struck").count() == 1


def test_a_view_travels_in_a_link_that_names_nobody(open_page: Open) -> None:
    page = open_page(ordinary())
    page.page.locator('[data-filter="Force"]').click()
    page.find("birch")
    page.press("Copy view link")
    view = "#" + page.page.url.split("#")[1]
    again = open_page(ordinary(), view=view)
    assert again.page.locator("#details-title").inner_text() == "Birch"
    assert not again.page.locator('[data-filter="Force"]').is_checked()


def test_a_collapsed_page_opens_on_groups_and_search_goes_inside(open_page: Open) -> None:
    told = Told()
    source = told.source()
    for number in range(40):
        officer, case = source.officer(f"Officer {number}"), source.investigation(f"Case {number % 9}-{number}")
        source.states(officer, "SERVED_IN", source.force(f"force-{number % 2}"))
        source.states(officer, "SUBJECT_OF", case)
    page = open_page(told, collapse=True)
    assert "groups" in page.page.locator("#counts").inner_text()
    page.picture("overview")
    page.page.locator("#picture").focus()
    page.page.keyboard.press("ArrowDown")
    page.press("Open this group")
    assert "groups" not in page.page.locator("#counts").inner_text()
    page.press("Overview")
    page.find("officer 7")
    assert page.page.locator("#details-title").inner_text() == "Officer 7"
    page.is_clean()


def test_escape_clears_and_focus_shows_a_neighbourhood(open_page: Open) -> None:
    told = ordinary()
    far = told.sources[0].officer("Far away")
    page = open_page(told)
    everything, _ = page.seen()
    page.find("birch")
    page.press("Focus")
    items, _ = page.seen()
    assert items == everything - {far}
    page.press("Hide")
    assert len(page.seen()[0]) == len(items) - 1
    page.page.keyboard.press("Escape")
    assert page.page.locator("#details-title").inner_text() == "Details"


def test_it_is_usable_at_900_pixels_in_print_and_in_forced_colours(open_page: Open) -> None:
    page = open_page(
        ordinary(), marking="OFFICIAL", context={"viewport": {"width": 900, "height": 700}, "forced_colors": "active"}
    )
    assert page.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.picture("900-pixels-forced-colours")
    page.link("birch", "second case")
    page.page.evaluate("window.print = () => {}")
    page.press("Print")
    page.page.locator("#print-room img").wait_for(state="attached")
    page.page.emulate_media(media="print")
    assert page.page.locator("#print-room img").is_visible()
    assert page.page.locator("#marking").is_visible()
    assert page.page.locator("#answer .route").first.is_visible()
    assert not page.page.locator("#buttons").is_visible()
    page.picture("print")
    page.is_clean()


def test_the_browsers_own_print_command_prints_the_picture_on_white(open_page: Open) -> None:
    page = open_page(ordinary(), title="Who knows whom", marking="OFFICIAL", context={"color_scheme": "dark"})
    held = page.page.pdf(format="A4", landscape=True)  # fires beforeprint, as Ctrl+P does
    assert held.startswith(b"%PDF")
    assert page.page.evaluate("document.documentElement.dataset.theme") == "auto"
    page.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.page.emulate_media(media="print")
    assert page.page.locator("#print-room canvas").is_visible()
    told = page.page.locator("#print-room").inner_text()
    assert "Who knows whom" in told
    assert "OFFICIAL" in told
    assert "8 of 8 items" in told
    dark, light = page.page.evaluate(
        """() => {
            const canvas = document.querySelector("#print-room canvas");
            const bytes = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
            let [dark, light] = [0, 0];
            for (let place = 0; place < bytes.length; place += 4) {
                if (bytes[place + 3] === 0) light += 1;
                else if (bytes[place] + bytes[place + 1] + bytes[place + 2] < 300) dark += 1;
            }
            return [dark, light];
        }"""
    )
    assert 200 < dark < light
    page.page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.page.locator("#print-room").inner_text() == ""
    page.is_clean()
