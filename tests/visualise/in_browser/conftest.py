"""A real Chromium, started once for each file of tests.

Where it cannot be started, these tests fail in CI and are skipped loudly elsewhere.
"""

import os
import shutil
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Error, sync_playwright

from graph.subgraph import Subgraph
from tests.visualise.graphs import Told, label_of
from tests.visualise.in_browser.opened import Opened, opened
from visualise.page import page
from visualise.picture import picture

# The page must do without a graphics card and without WebGL.
_ARGUMENTS = ("--no-sandbox", "--disable-gpu", "--disable-webgl", "--disable-3d-apis")

Open = Callable[..., Opened]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Playwright keeps an event loop running until it ends; what comes after in this process may want its own."""
    path = next(
        (found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), None
    )
    if path is None:
        _without("there is no chromium on this machine")
    with sync_playwright() as playwright:
        try:
            started = playwright.chromium.launch(executable_path=path, args=list(_ARGUMENTS))
        except Error as error:
            _without(f"chromium cannot be started: {error}")
        yield started
        started.close()


def _without(why: str) -> None:
    if os.environ.get("CI") == "true":
        pytest.fail(f"{why}; install it: .ci/run does")
    warnings.warn(f"The page is NOT tested in a browser: {why}", stacklevel=2)
    pytest.skip(why)


@pytest.fixture
def open_page(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """Opens the page of what is told (or of a subgraph), in a browser context of its own, from a file."""
    contexts = []

    def open_it(
        told: Told | Subgraph,
        *,
        collapse: bool = False,
        hosts: str = "abort",
        view: str = "",
        context: dict[str, Any] | None = None,
        **header: Any,  # noqa: ANN401
    ) -> Opened:
        subgraph = told.subgraph(**header) if isinstance(told, Told) else told
        file = tmp_path / "page.html"
        file.write_text(page(picture(subgraph, label_of, collapse=collapse), "crossprobe 1"), encoding="utf-8")
        made = browser.new_context(
            **{"viewport": {"width": 1400, "height": 900}, "accept_downloads": True, **(context or {})}
        )
        contexts.append(made)
        return opened(made, file.as_uri() + view, hosts=hosts)

    yield open_it
    for each in contexts:
        each.close()
