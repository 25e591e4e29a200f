"""An opened page, with everything that went wrong on it, and the few things that every test does with one."""

import csv
import io
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import BrowserContext, Dialog, Page, Route

SCREENSHOTS = Path(__file__).resolve().parents[3] / "build" / "screenshots"
"""Where pictures of what was tested are kept; no part of the tree."""

OFFLINE = ("file:", "data:", "blob:")


@dataclass
class Opened:
    """The page; `asked` are all addresses it asked for, `faults` console errors, exceptions and dialogs."""

    page: Page
    asked: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def refuse(self, dialog: Dialog) -> None:
        """A dialog is a fault, whoever opened it."""
        self.faults.append(dialog.message)
        dialog.dismiss()

    def press(self, name: str, *, exact: bool = True) -> None:
        self.page.get_by_role("button", name=name, exact=exact).first.click()

    def find(self, text: str) -> None:
        """Searches and takes the first hit."""
        self.page.locator("#find").fill(text)
        self.page.locator("#find").press("Enter")

    def link(self, one: str, other: str) -> str:
        """Asks why the two are linked; gives the answer's text."""
        for name, letter in ((one, "A"), (other, "B")):
            self.find(name)
            self.press(f"Set as {letter}")
        return self.page.locator("#answer").inner_text()

    def saved(self, title: str) -> bytes:
        """What a file of the export menu holds."""
        self.page.locator("summary", has_text="Export").click()
        with self.page.expect_download() as download:
            self.press(title)
        return Path(download.value.path()).read_bytes()

    def rows(self, title: str) -> list[dict[str, str]]:
        """The rows of an exported table."""
        return list(csv.DictReader(io.StringIO(self.saved(title).decode("utf-8-sig"), newline="")))

    def seen(self) -> tuple[set[str], set[str]]:
        """Ids of the visible items and links, as the page exports them."""
        return {each["id"] for each in self.rows("Items (CSV)")}, {each["id"] for each in self.rows("Links (CSV)")}

    def is_clean(self) -> None:
        """Nothing ran from the data, nothing was asked of anybody, nothing failed."""
        assert self.page.evaluate("typeof window.ran") == "undefined"
        assert self.faults == []
        assert [each for each in self.asked if not each.startswith(OFFLINE)] == []

    def picture(self, name: str) -> None:
        SCREENSHOTS.mkdir(parents=True, exist_ok=True)
        self.page.screenshot(path=SCREENSHOTS / f"{name}.png")


def opened(context: BrowserContext, address: str, *, hosts: str) -> Opened:
    """Opens the address; every other host is refused (`abort`) or never answers (`hang`)."""
    made = Opened(context.new_page())

    def route(one: Route) -> None:
        made.asked.append(one.request.url)
        if one.request.url.startswith(OFFLINE):
            one.continue_()
        elif hosts == "abort":
            one.abort()

    context.route("**/*", route)
    made.page.on("console", lambda said: made.faults.append(said.text) if said.type in ("error", "warning") else None)
    made.page.on("pageerror", lambda error: made.faults.append(str(error)))
    made.page.on("dialog", lambda dialog: made.refuse(dialog))
    made.page.goto(address, wait_until="commit")
    made.page.locator('html[data-ready="yes"]').wait_for(timeout=30_000)
    return made
