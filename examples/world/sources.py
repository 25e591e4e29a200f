"""The sources of one part of the world: which documents there are, and what they are called."""

import re

from examples.world.documents import Document
from examples.world.forces import FORCES, NEWSPAPERS

EXTRACTED = "2023-06-30"
"""The day on which every case system was extracted and every roll was drawn up: nothing later is known to them."""


class Sources:
    """The documents of one part. A case system gives one extract a force and year, so that each stays readable.

    `prefix` is empty for the first part; the others' documents bear it, so that a slug is unique in the whole world.
    """

    def __init__(self, prefix: str) -> None:
        self._suffix = f"-{prefix}" if prefix else ""
        self.documents: dict[str, Document] = {}

    def article(self, title: str, published: str, *, paper: int = 0, published_to: str = "") -> Document:
        """A new press article. With `published_to` its date lies between the two, nobody says where."""
        publisher = NEWSPAPERS[paper]
        slug = f"example-{_slug(publisher)}-{published}"
        while slug + self._suffix in self.documents:
            slug += "-b"
        return self._opened(Document(slug, title, publisher, "press", published, published_to or published))

    def cases(self, force: str, year: str) -> Document:
        """The extract of a force's case system: the investigations opened in the year, as they stood later."""
        title = f"{FORCES[force]}: extract of the case system, opened in {year}"
        return self._opened(
            Document(f"example-cases-{force}-{year}", title, FORCES[force], "cases", EXTRACTED, EXTRACTED)
        )

    def hearings(self, force: str, year: str) -> Document:
        """A force's list of hearings and their outcomes in the year, published early in the next."""
        title = f"{FORCES[force]}: outcomes of misconduct hearings in {year}"
        published = f"{int(year) + 1}-02"
        return self._opened(
            Document(f"example-hearings-{force}-{year}", title, FORCES[force], "hearings", published, published)
        )

    def roll(self, force: str) -> Document:
        """The roll of a force: who serves, and who left to serve elsewhere."""
        title = f"{FORCES[force]}: roll of officers and staff"
        return self._opened(Document(f"example-roll-{force}", title, FORCES[force], "roll", EXTRACTED, EXTRACTED))

    def answer(self, force: str, subject: str, published: str) -> Document:
        """A force's answer to a request under freedom of information."""
        title = f"{FORCES[force]}: answer on {subject}"
        slug = f"example-foi-{force}-{_slug(subject)}"
        return self._opened(Document(slug, title, FORCES[force], "foi", published, published))

    def _opened(self, document: Document) -> Document:
        document.slug += self._suffix
        return self.documents.setdefault(document.slug, document)


def _slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")
