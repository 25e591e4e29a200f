"""Input made to harm, or simply wrong: a clear error or counted rejects, never a crash, never much memory."""

import io
import tracemalloc
import zipfile
from pathlib import Path

import pytest

from graph.errors import CrossprobeError, NotFoundError
from loaders.chats.archives import UnsafeArchiveError
from loaders.chats.decoding import TooLongLineError, lines_of
from loaders.chats.parsing import NoChatError, parse_chat
from loaders.chats.summary import summary
from tests.loaders.chats.writing import written

CHAT = "31/01/2024, 09:00 - Ann: hello\n31/01/2024, 09:01 - Bob: hi\n"


def zipped(folder: Path, members: dict[str, bytes], name: str = "chat.zip", method: int = zipfile.ZIP_DEFLATED) -> Path:
    path = folder / name
    with zipfile.ZipFile(path, "w", method) as archive:
        for member, content in members.items():
            archive.writestr(member, content)
    return path


@pytest.mark.parametrize("members", [{"_chat.txt": CHAT}, {"WhatsApp Chat with Team C.txt": CHAT, "notes.txt": "x"}])
def test_a_zip_is_read_in_either_layout(members: dict[str, str], tmp_path: Path) -> None:
    path = zipped(tmp_path, {name: text.encode() for name, text in members.items()})
    assert summary(path).messages == 2


def test_media_are_counted_and_hashed_and_stay_where_they_are(tmp_path: Path) -> None:
    path = zipped(tmp_path, {"_chat.txt": CHAT.encode(), "b.jpg": b"two", "a.jpg": b"one", "__MACOSX/._a.jpg": b"x"})
    file = parse_chat(path).file
    assert [(each.name, each.size, each.digest[:8]) for each in file.media] == [
        ("a.jpg", 3, "7692c3ad"),
        ("b.jpg", 3, "3fc4ccfe"),
    ]
    assert sorted(each.name for each in tmp_path.iterdir()) == ["chat.zip"]


@pytest.mark.parametrize(
    "name", ["../_chat.txt", "/etc/_chat.txt", "C:\\_chat.txt", "a/../../_chat.txt", "..\\_chat.txt"]
)
def test_a_path_that_leaves_the_zip_is_refused(name: str, tmp_path: Path) -> None:
    with pytest.raises(UnsafeArchiveError, match="whose path leaves its folder"):
        parse_chat(zipped(tmp_path, {"_chat.txt": CHAT.encode(), name: b"x"}))


@pytest.mark.parametrize("bomb", ["_chat.txt", "a.jpg"])
def test_a_zip_bomb_is_stopped_while_it_unpacks(bomb: str, tmp_path: Path) -> None:
    path = zipped(
        tmp_path,
        {"_chat.txt": CHAT.encode(), bomb: (CHAT.encode() if bomb == "_chat.txt" else b"") + b"\0" * 60_000_000},
    )
    tracemalloc.start()
    with pytest.raises(UnsafeArchiveError, match="more than 250 times its size"):
        _ = parse_chat(path).file.media
    assert tracemalloc.get_traced_memory()[1] < 100_000_000
    tracemalloc.stop()


def test_a_zip_that_lies_about_its_sizes_is_stopped_all_the_same(tmp_path: Path) -> None:
    raw = bytearray(zipped(tmp_path, {"_chat.txt": CHAT.encode() + b"\0" * 60_000_000}).read_bytes())
    where = raw.rindex(b"PK\x01\x02")
    raw[where + 24 : where + 28] = (100).to_bytes(4, "little")
    path = tmp_path / "lying.zip"
    path.write_bytes(bytes(raw))
    with pytest.raises(UnsafeArchiveError):
        list(parse_chat(path).entries())


def test_a_damaged_or_locked_or_empty_zip_is_told(tmp_path: Path) -> None:
    whole = zipped(tmp_path, {"_chat.txt": CHAT.encode() * 50}, method=zipfile.ZIP_STORED).read_bytes()
    torn = tmp_path / "torn.zip"
    torn.write_bytes(whole[:60] + bytes(100) + whole[160:])
    with pytest.raises(UnsafeArchiveError, match="damaged or locked"):
        list(parse_chat(torn).entries())
    with pytest.raises(UnsafeArchiveError, match="holds no text"):
        parse_chat(zipped(tmp_path, {"a.jpg": b"x"}))
    with pytest.raises(UnsafeArchiveError, match="2 texts, and none is named as a chat is"):
        parse_chat(zipped(tmp_path, {"a.txt": CHAT.encode(), "b.txt": CHAT.encode()}))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n",
        "a poem\nof two lines\n",
        "name,date\nAnn,2024-01-31\n",
        "1\n00:00:01,000 --> 00:00:02,000\nHello\n",
        "Jan 31 09:00:00 host sshd[1]: error: x\n" * 50,
        "2024-01-31 09:00:00 INFO start: x\n2024-01-31 09:00:01 WARN a: y\n2024-01-31 09:00:02 ERROR b: z\n",
        "\0" * 10_000,
        "31/01/2024 was a Wednesday\n" * 50,
    ],
)
def test_a_text_that_is_no_chat_is_told_so(text: str, tmp_path: Path) -> None:
    with pytest.raises(NoChatError, match="is no chat export"):
        parse_chat(written(tmp_path, text))


def test_what_is_no_file_is_told_so(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError):
        parse_chat(tmp_path / "nothing.txt")
    with pytest.raises(NotFoundError):
        parse_chat(tmp_path)


def test_lines_of_two_forms_in_turn_never_vanish(tmp_path: Path) -> None:
    text = "".join(f"31/01/2024, 09:{2 * n:02} - Ann: a\n[31/01/24, 09:{2 * n + 1:02}:00] Ann: b\n" for n in range(8))
    found = summary(written(tmp_path, text))
    assert (found.lines, found.messages, found.rejects) == (16, 8, 8)


def test_a_second_form_with_people_of_its_own_is_suspect(tmp_path: Path) -> None:
    text = "".join(f"31/01/2024, 09:{n:02} - Ann: a\n[31/01/24, 09:{n:02}:00] Bob: b\n" for n in range(8))
    found = summary(written(tmp_path, text))
    assert (found.lines, found.messages, found.continuations, found.suspect) == (16, 8, 8, 8)


def test_a_message_of_ten_megabytes_is_one_message(tmp_path: Path) -> None:
    text = f"31/01/2024, 09:00 - Ann: {'x' * 10_000_000}\n31/01/2024, 09:01 - Ann: {'y ' * 100}\n" + "z\n" * 500_000
    first, second = parse_chat(written(tmp_path, text)).entries()
    assert (len(first.text), second.lines) == (10_000_000, 500_001)  # type: ignore[union-attr]


def test_a_line_without_end_is_stopped() -> None:
    pieces = (b"x" * 2**20 for _ in range(1_000))
    with pytest.raises(TooLongLineError):
        list(lines_of(pieces, "utf-8"))


def test_names_with_escapes_and_overrides_are_names(tmp_path: Path) -> None:
    names = [
        "\x1b[31mAnn\x1b[0m",
        "\u202eevE",
        "Ann [bold]x[/bold]",
        "A" * 99,
        "n\u0301o\u0308\U0001f9d1\u200d\U0001f692",
    ]
    text = "".join(f"31/01/2024, 09:0{place} - {name}: hello\n" for place, name in enumerate(names))
    found = [each.sender for each in parse_chat(written(tmp_path, text)).entries()]  # type: ignore[union-attr]
    assert found == [
        "\x1b[31mAnn\x1b[0m",
        "evE",
        "Ann [bold]x[/bold]",
        "A" * 99,
        "n\u0301o\u0308\U0001f9d1\u200d\U0001f692",
    ]


def test_a_name_longer_than_any_name_is_no_sender(tmp_path: Path) -> None:
    (found,) = parse_chat(written(tmp_path, f"31/01/2024, 09:00 - {'A' * 5_000}: hello\n")).entries()
    assert (type(found).__name__, found.type) == ("Event", None)  # type: ignore[union-attr]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_any_encoding_and_line_end_gives_the_same(encoding: str, end: str, tmp_path: Path) -> None:
    text = "31/01/2024, 09:00 - Zoë: naïve\u2028café 🧑\nmore\n31/01/2024, 09:01 - Ann: x\n".replace("\n", end)
    found = list(parse_chat(written(tmp_path, text, encoding=encoding)).entries())
    assert [each.text for each in found] == ["naïve\u2028café 🧑\nmore", "x"]


def test_an_old_editors_encoding_is_noticed_and_one_broken_sign_is_not_one(tmp_path: Path) -> None:
    (found,) = parse_chat(written(tmp_path, "31/01/2024, 09:00 - Zoë: naïve café\n", encoding="cp1252")).entries()
    assert (found.sender, found.text) == ("Zoë", "naïve café")  # type: ignore[union-attr]
    path = tmp_path / "broken.txt"
    path.write_bytes("31/01/2024, 09:00 - Zoë: naïve café 🧑".encode()[:-1] + b"\n")
    (found,) = parse_chat(path).entries()
    assert found.text == "naïve café \ufffd"


def test_dates_that_cannot_be_are_rejected_with_what_follows(tmp_path: Path) -> None:
    text = CHAT + "32/01/2024, 09:02 - Ann: x\nmore\n31/01/2024, 25:02 - Ann: y\n31/01/2024, 09:03 - Ann: z\n"
    kinds = [(type(each).__name__, each.line) for each in parse_chat(written(tmp_path, text)).entries()]
    assert kinds == [("Message", 1), ("Message", 2), ("Reject", 3), ("Reject", 4), ("Reject", 5), ("Message", 6)]


def test_every_error_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(CrossprobeError) as caught:
        parse_chat(written(tmp_path, "a poem\n"))
    assert caught.value.do


def test_pieces_may_end_anywhere() -> None:
    text = "ä\r\n🧑b\nc\r\n\r\nd"
    raw = text.encode()
    for size in range(1, len(raw)):
        stream = io.BytesIO(raw)
        assert list(lines_of(iter(lambda: stream.read(size), b""), "utf-8")) == ["ä", "🧑b", "c", "", "d"]  # noqa: B023
