"""The group's name as a sender: how phones of Apple's make sign what the service writes."""

from collections.abc import Iterator

from loaders.chats.bodies import body_of
from loaders.chats.events import told
from loaders.chats.marks import plain
from loaders.chats.opening import ChatFile
from loaders.chats.senders import Senders
from loaders.chats.starts import Finder
from loaders.chats.survey import LONGEST_NAME


def title_sender(file: ChatFile, senders: Senders, find: Finder, first_line: int) -> str | None:
    """The first sender of the file, if the service wrote all lines under that name and at least one is known to be
    its; else None. In a chat of two the first sender is a person, who writes messages too."""
    if not senders.service_signed:
        return None
    name = next((sender for sender, _ in _said(file, senders, find, first_line, "")), None)
    if name is None or (senders.marks_tell and name not in senders.only_marked):
        return None
    known = False
    for sender, text in _said(file, senders, find, first_line, name):
        if sender != name:
            continue
        if told(text, senders.is_name) is not None:
            known = True
        elif not senders.marks_tell or body_of(text, marks_tell=True).kind != "other":
            return None
    return name if known else None


def _said(
    file: ChatFile, senders: Senders, find: Finder, first_line: int, name: str
) -> Iterator[tuple[str | None, str]]:
    # Sender and text of every line from the first header on that holds the name, so that few are taken apart.
    for number, line in enumerate(file.lines(), 1):
        if number < first_line or name not in plain(line[: 2 * LONGEST_NAME]):
            continue
        start = find(line)
        if start is not None:
            sender, text, _ = senders.part(start.rest)
            yield sender, text
