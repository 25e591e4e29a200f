"""What is measured of a page: when it is painted, how many frames a second it pans with, how long a filter takes."""

import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, Route, sync_playwright

PATIENCE = 60.0
"""Seconds after which a page counts as never painted."""

_PAINTED = """
const frame = requestAnimationFrame;
const painted = () => frame(() => frame(() => { window.paintedAt = performance.now(); }));
new MutationObserver((_, watch) => {
    if (document.documentElement?.dataset.ready) { watch.disconnect(); painted(); }
}).observe(document, { attributes: true, childList: true, subtree: true });
"""
_STOCK_PAINTED = """
const waiting = setInterval(() => {
    if (typeof network === "undefined") return;
    clearInterval(waiting);
    const painted = () => requestAnimationFrame(() => { window.paintedAt = performance.now(); });
    network.once("stabilizationIterationsDone", painted);
}, 5);
"""
_FRAMES = (
    "() => { window.frames_ = 0; const next = () => { window.frames_ += 1; requestAnimationFrame(next); }; next(); }"
)
_FILTER = """() => new Promise((done) => {
    const box = document.querySelector('[data-filter="Allegation"]');
    const begun = performance.now();
    box.click();
    requestAnimationFrame(() => requestAnimationFrame(() => done((performance.now() - begun) / 1000)));
})"""


@contextmanager
def chromium() -> Iterator[Browser]:
    """Chromium without a screen, a graphics card or WebGL."""
    with sync_playwright() as playwright:
        arguments = ["--no-sandbox", "--disable-gpu", "--disable-webgl"]
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=arguments)
        yield browser
        browser.close()


def ours(browser: Browser, file: Path) -> dict[str, Any]:
    """Seconds to the first paint and of a filter, and frames a second of a pan over all of it."""
    page = _opened(browser, file, _PAINTED)
    told: dict[str, Any] = {"first_paint": _painted(page)}
    if page.get_by_role("button", name="Overview").count():
        page.get_by_role("button", name="Show all").click()
        page.wait_for_timeout(1_000)
    told["frames_a_second"] = _panned(page, "#picture")
    told["filter"] = round(page.evaluate(_FILTER), 3)
    page.close()
    return told


def stock(browser: Browser, file: Path) -> dict[str, Any]:
    """The same of pyvis's own page; it has no filter by kind. None: not painted within PATIENCE."""
    page = _opened(browser, file, _STOCK_PAINTED)
    painted = _painted(page)
    told = {"first_paint": painted, "frames_a_second": _panned(page, "#mynetwork") if painted else None}
    page.close()
    return told


def _opened(browser: Browser, file: Path, script: str) -> Page:
    page = browser.new_page(viewport={"width": 1400, "height": 900})
    page.route("**/*", _only_files)
    page.add_init_script(script)
    page.goto(file.as_uri(), wait_until="commit")
    return page


def _only_files(route: Route) -> None:
    if route.request.url.startswith("file:"):
        route.continue_()
    else:
        route.abort()


def _painted(page: Page) -> float | None:
    # Asked again and again: the page's policy lets no condition be given to the browser as text.
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        painted = page.evaluate("window.paintedAt ?? null")
        if painted is not None:
            return round(float(painted) / 1000, 3)
        page.wait_for_timeout(50)
    return None


def _panned(page: Page, where: str) -> float:
    box = page.locator(where).bounding_box()
    assert box  # noqa: S101 - a page without its picture is measured for nothing
    x, y = box["x"] + 8, box["y"] + 8  # a corner holds no item
    page.mouse.move(x, y)
    page.mouse.down()
    page.evaluate(_FRAMES)
    begun = time.perf_counter()
    step = 0
    while time.perf_counter() - begun < 2:
        step += 1
        page.mouse.move(x + step % 200, y + step % 120)
    frames = float(page.evaluate("window.frames_"))
    taken = time.perf_counter() - begun
    page.mouse.up()
    return round(frames / taken, 1)
