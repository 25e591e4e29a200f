"""A chat export as a stream of entries: every line is part of exactly one."""

from collections.abc import Iterator
from pathlib import Path

from graph.errors import CrossprobeError
from loaders.chats.bodies import body_of
from loaders.chats.choosing import Forms, choose
from loaders.chats.date_orders import DateOrder, Order
from loaders.chats.entries import Entry, Event, Message, Reject
from loaders.chats.events import told
from loaders.chats.marks import plain
from loaders.chats.opening import ChatFile
from loaders.chats.pending import Pending
from loaders.chats.reading import Header, HeaderReader
from loaders.chats.senders import Senders
from loaders.chats.starts import FINDERS, Finder, bare, numbered
from loaders.chats.survey import Survey, survey
from loaders.chats.title import title_sender

_MANY = 10
"""Where fewer than one line in so many is a header, the next way of finding them is tried too."""

_SHOWN = 200
"""Characters of a rejected line that are kept."""


class NoChatError(CrossprobeError):
    """A file none of whose lines start as the lines of a chat export do."""


class ParsedChat:
    """A chat export whose forms are known. `entries` reads the file again each time it is called, and streams.

    Invariant: the lines of messages and events and the rejected lines are all lines of the file, each once.
    """

    def __init__(self, file: ChatFile, found: Survey, forms: Forms, find: Finder) -> None:
        self.file = file
        self.lines = found.lines
        self.date_order: DateOrder = forms.date_order
        self._forms = forms.by_key
        self._find = find
        self._learned = forms.main.learned() if find is numbered else None
        self.senders = Senders(forms.headers, service_signed=forms.service_signed)
        self.title_sender = title_sender(file, self.senders, find, forms.main.first_line)

    def entries(self, date_order: Order | None = None) -> Iterator[Entry]:
        """All entries in the order of the file. `date_order` reads dates in that order, whatever was inferred."""
        number, rejecting = 0, False
        pending: Pending | None = None
        headers = HeaderReader(self._forms, self._learned, self._find, date_order)
        for place, line in enumerate(self.file.lines(), 1):
            header = headers.read(line)
            if header is None or header.form is None or not (header.form.begins or self._breaks_off(header, pending)):
                if pending is not None:
                    pending.add(line)
                elif rejecting:
                    yield Reject(place, line[:_SHOWN], "goes on from a line that was rejected")
                else:
                    yield Reject(place, line[:_SHOWN], "nothing before it that it could go on from")
                continue
            if pending is not None:
                yield self._finished(pending)
            if header.at is not None and header.form.begins:
                number, rejecting = number + 1, False
                pending = Pending(number, place, header.at, header.rest)
                continue
            pending, rejecting = None, True
            if header.form.begins:
                yield Reject(place, line[:_SHOWN], "a date or time that does not exist")
            else:
                yield Reject(place, line[:_SHOWN], "a header of another form than the rest of the file")
        if pending is not None:
            yield self._finished(pending)

    def _breaks_off(self, header: Header, pending: Pending | None) -> bool:
        # A known sender at a later time, in a form that is not the file's, is from another export and no part of the
        # message before it. At an earlier time it was pasted into that message.
        if pending is None or not header.at or header.at[:16] <= pending.at[:16]:
            return False
        return self.senders.is_name(self.senders.part(header.rest)[0] or "")

    def _finished(self, pending: Pending) -> Message | Event:
        sender, first, event = self.senders.part(pending.rest)
        text = pending.text(first)
        if sender is None:
            return pending.event(text, event or told(text, self.senders.is_name))
        if sender == self.title_sender:
            return pending.event(text, told(text, self.senders.is_name))
        body = body_of(text, marks_tell=self.senders.marks_tell)
        # Phones of Apple's make also sign the service's lines with the name of whoever did something, and mark them.
        # Where no mark is left to tell by, only a line that begins with its own sender's name can be one.
        unmarked = self.senders.service_signed and not self.senders.marks_tell
        if body.kind == "other" or (unmarked and text.startswith(sender)):
            event = told(text, self.senders.is_name)
            if event is not None or (body.kind == "other" and plain(text).startswith(sender)):
                return pending.event(text, event)
        return pending.message(sender, body)


def parse_chat(path: Path, *, date_order: Order | None = None) -> ParsedChat:
    """Reads a chat export once to learn its forms: a text, or a zip that holds one.

    Gives the parsed chat, whose `entries` stream. `date_order` stands where the file leaves it open and against what
    it says. Raises NoChatError for what is no chat, and the errors of ChatFile and of reading it.
    """
    file = ChatFile(path)
    best: tuple[Survey, Forms, Finder] | None = None
    for find in FINDERS:
        if best is not None and (find is bare or best[1].main.lines * _MANY >= best[0].lines):
            break
        found = survey(file.lines(), find)
        forms = choose(found, find, date_order)
        if forms is not None and (best is None or forms.main.lines > best[1].main.lines):
            best = (found, forms, find)
    if best is None:
        raise NoChatError(
            f"{path.name} is no chat export: no line starts with a date and a time as a chat's lines do.",
            do="Give the text or the zip as the phone exported it.",
        )
    return ParsedChat(file, *best)
