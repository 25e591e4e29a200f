"""What stands in place of a text: media, places, polls, and what was deleted or edited."""

import pytest

from loaders.chats.bodies import body_of


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        ("hello", "text"),
        ("<Media omitted>", "media"),
        ("<Medien ausgeschlossen>", "media"),
        ("<Xyzzy plugh>", "media"),
        ("<3", "text"),
        ("image omitted", "image"),
        ("imagen omitida", "image"),
        ("GIF omitted", "gif"),
        ("Contact card omitted", "contact"),
        ("This message was deleted", "deleted"),
        ("Diese Nachricht wurde gelöscht.", "deleted"),
        ("You deleted this message", "deleted_by_exporter"),
        ("Missed voice call", "call"),
        ("Missed group voice call", "call"),
        ("IMG-20240131-WA0001.jpg (file attached)", "image"),
        ("PTT-20240131-WA0002.opus (archivo adjunto)", "audio"),
        ("report.pdf (Datei angehängt)\nplease read", "document"),
        ("report.pdf (see)", "text"),
        ("\u200e<attached: 00000012-PHOTO-2024-01-31-10-10-10.jpg>", "image"),
        ("\u200e<angehängt: notes.vcf>", "contact"),
        ("location: https://maps.google.com/?q=51.5,-0.1", "location"),
        ("Location: https://maps.google.com/?q=51.5,-0.1", "location"),
        ("live location shared", "location"),
        ("POLL:\nLunch?\nOPTION: yes (3 votes)\n", "poll"),
        ("", "view_once"),
        ("null", "view_once"),
        ("image omitted ", "image"),
        ("\u200fשלום", "text"),
    ],
)
def test_words_of_the_service_in_place_of_a_text_tell_its_kind(raw: str, kind: str) -> None:
    assert body_of(raw, marks_tell=False).kind == kind


def test_where_the_service_marks_its_words_a_person_may_write_the_same() -> None:
    assert body_of("image omitted", marks_tell=True).kind == "text"
    assert body_of("\u200eimage omitted", marks_tell=True).kind == "image"
    assert body_of("\u200eplan.pdf • \u200e3 pages \u200edocument omitted", marks_tell=True).kind == "document"
    assert body_of("\u200ePOLL:\nLunch?\n\u200eOPTION: yes (\u200e3 votes)", marks_tell=True).kind == "poll"
    assert body_of("\u200eXyzzy plugh", marks_tell=True).kind == "other"


@pytest.mark.parametrize(
    "raw",
    [
        "see you at nine <This message was edited>",
        "see you at nine \u200e<This message was edited>",
        "see you at nine \u200e<Xyzzy plugh grault>",
        "see you at nine <Diese Nachricht wurde bearbeitet.>",
    ],
)
def test_an_edited_message_is_its_text_and_the_fact(raw: str) -> None:
    body = body_of(raw, marks_tell=False)
    assert (body.text, body.edited, body.kind) == ("see you at nine", True, "text")


def test_the_name_of_a_file_is_kept() -> None:
    assert body_of("IMG-1.jpg (file attached)", marks_tell=False).file == "IMG-1.jpg"
    assert body_of("\u200e<attached: 1-PHOTO.jpg>", marks_tell=True).file == "1-PHOTO.jpg"


def test_a_long_run_of_spaces_takes_no_longer_than_its_length() -> None:
    assert body_of(" " * 5_000_000 + "x>", marks_tell=False).kind == "text"
