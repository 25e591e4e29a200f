"""`python -m tests.visualise.openings FOLDER`: the pictures of README and guide, from the databases of the demo.

Three openings, as `crossprobe visualise` makes them, photographed in Chromium: a question's answer, a neighbourhood,
and a whole graph collapsed.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

WORLD, ARTICLES = "crossprobe-demo/world", "crossprobe-demo/articles"

OPENINGS = {
    "recurring-officers": ("--query", "recurring-officers", "-d", WORLD),
    "around-a-sergeant": ("--around", "1e6r7-68913", "--depth", "2", "-d", ARTICLES),
    "collapsed": ("--all", "--collapse", "-d", WORLD),
}


def main(folder: Path) -> None:
    """Writes one PNG an opening."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        _crossprobe(home, "demo")
        for opening, selection in OPENINGS.items():
            _crossprobe(home, "visualise", *selection, "-o", f"{opening}.html")
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
            for opening in OPENINGS:
                page = browser.new_page(viewport={"width": 1360, "height": 820})
                page.goto((home / f"{opening}.html").as_uri())
                page.locator('html[data-ready="yes"]').wait_for()
                page.wait_for_timeout(300)
                page.screenshot(path=folder / f"{opening}.png")
            browser.close()


def _crossprobe(home: Path, *arguments: str) -> None:
    environment = {**os.environ, "XDG_STATE_HOME": str(home / "state"), "XDG_CONFIG_HOME": str(home / "config")}
    command = [sys.executable, "-m", "crossprobe", *arguments]
    # The same date in the footer whenever they are made.
    environment["SOURCE_DATE_EPOCH"] = "1767225600"
    subprocess.run(command, cwd=home, env=environment, check=True, capture_output=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
