"""Mistaken casebooks: each mistake is told with its line, its place, what is wrong and what is allowed; all at once."""

from pathlib import Path

import pytest

from graph.errors import NotFoundError
from loaders.casebooks.checking import check_casebooks
from loaders.casebooks.reading import read_casebook
from tests.loaders.casebooks.writing import SOURCE, TWO_PEOPLE, casebook_file, mistakes_in

PEOPLE = SOURCE + TWO_PEOPLE


def pike(statements: str) -> str:
    """PEOPLE, of whom the first, in line 7, states this too."""
    return PEOPLE.replace("name: Pike,", f"name: Pike, {statements},")


MISTAKEN: dict[str, tuple[str, ...]] = {
    "an unknown section": (SOURCE + "oficers: []\n", "6: oficers: unknown key 'oficers' (did you mean officers?"),
    "an unknown key": (
        SOURCE + "officers:\n  - {id: pike, name: Pike, locator: p 1, colour: red}\n",
        "7: officers[0].colour: unknown key 'colour'",
    ),
    "no source": (TWO_PEOPLE, "1: source: source is missing (The document it is written from"),
    "no locator": (SOURCE + "officers:\n  - {id: pike, name: Pike}\n", "7: officers[0].locator: locator is missing"),
    "an id that is none": (
        SOURCE + "officers:\n  - {id: Mr Pike, name: Pike, locator: p 1}\n",
        "7: officers[0].id: 'Mr Pike' has not the form it must have (Its name in this casebook, and nobody else's",
    ),
    "the same id twice": (
        SOURCE + "officers:\n  - {id: pike, name: A, locator: p 1}\ncohorts:\n  - {id: pike, locator: p 1}\n",
        "9: cohorts[0].id: 'pike' is the id of officers[0] already (an id of its own)",
    ),
    "a source cited twice": (
        SOURCE + "cites:\n  - {id: echo, locator: p 1}\n  - {id: echo, locator: p 2}\n",
        "8: cites[1].id: 'echo' is the id of cites[0] already",
    ),
    "a source that cites itself": (
        SOURCE + "cites:\n  - {id: harbour-post, locator: p 1}\n",
        "7: cites[0].id: 'harbour-post' is the id of source already",
    ),
    "a key twice": (
        SOURCE + "officers:\n  - id: pike\n    name: Pike\n    name: Pyke\n    locator: p 1\n",
        "9: officers[0].name: the key 'name' stands here a second time; the first is in line 8",
    ),
    "a day that does not exist": (
        SOURCE.replace("2021-03-03", "2021-02-31"),
        "5: source.published: '2021-02-31' is not a date: day is out of range for month",
    ),
    "a date in another order": (
        SOURCE.replace("2021-03-03", "31/02"),
        "5: source.published: '31/02' is not a date (Write 2021, 2021-03 or 2021-03-03",
    ),
    "no date of publication": (
        SOURCE.replace("  published: 2021-03-03\n", ""),
        "1: source: when it was published is not clear (either published, or both published_from and published_to",
    ),
    "half a bound": (
        SOURCE.replace("published:", "published_from:"),
        "1: source: when it was published is not clear",
    ),
    "an end before the beginning": (
        PEOPLE.replace(
            "name: Pike,",
            "name: Pike, served_in: [{force: uk-police/kent, valid_from: 2021-05, valid_to: 2021-04-30}],",
        ),
        "7: officers[0].served_in[0].valid_to: valid_to 2021-04-30 lies before valid_from 2021-05",
    ),
    "current and ended": (
        PEOPLE.replace(
            "name: Pike,", "name: Pike, served_in: [{force: uk-police/kent, current: true, valid_to: 2021}],"
        ),
        "7: officers[0].served_in[0].current: it cannot be current and have ended",
    ),
    "a dangling reference": (
        pike("subject_of: [{investigation: third}]"),
        "7: officers[0].subject_of[0].investigation: there is no investigation 'third' (investigation ids: first,",
    ),
    "a reference to another kind": (
        pike("subject_of: [{investigation: nameless}]"),
        "7: officers[0].subject_of[0].investigation: 'nameless' is an officer (an investigation",
    ),
    "an end the model does not allow": (
        pike("subject_of: [{force: uk-police/kent}]"),
        "7: officers[0].subject_of[0].force: unknown key 'force' (known here: id, locator, investigation, strand",
        "7: officers[0].subject_of[0]: it does not say where it ends (exactly one of: investigation)",
    ),
    "a force as subject": (
        pike("subject_of: [{investigation: uk-police/kent}]"),
        "7: officers[0].subject_of[0].investigation: 'uk-police/kent' reads as scheme/code (the id of an investigation",
    ),
    "no end": (
        pike("subject_of: [{strand: conduct}]"),
        "7: officers[0].subject_of[0]: it does not say where it ends (exactly one of: investigation)",
    ),
    "two ends": (
        SOURCE
        + "allegations:\n  - {id: a, locator: p 1, against: [{force: uk-police/kent, officer: pike}]}\n"
        + TWO_PEOPLE,
        "7: allegations[0].against[0]: it ends at both officer and force (exactly one of: officer, cohort, force)",
    ),
    "itself": (
        PEOPLE.replace("{id: first,", "{id: first, arose_from: [{investigation: first}],"),
        "10: investigations[0].arose_from[0].investigation: 'first' leads to itself",
    ),
    "parts in a circle": (
        SOURCE + "cohorts:\n  - {id: a, locator: p, part_of: [{cohort: b}]}\n"
        "  - {id: b, locator: p, part_of: [{cohort: a}]}\n",
        "7: cohorts[0].part_of[0]: it is part of itself: a in b in a (parts without a circle)",
    ),
    "another source's entry": (
        pike("subject_of: [{investigation: other#first}]"),
        "7: officers[0].subject_of[0].investigation: 'other#first' belongs to another source",
    ),
    "a source that is not cited": (
        SOURCE + "allegations:\n  - {id: a, locator: p 1, raised_by: [{source: echo}]}\n",
        "7: allegations[0].raised_by[0].source: 'echo' is no source of this casebook (sources: harbour-post)",
    ),
    "one statement twice": (
        pike("subject_of: [{investigation: first}, {investigation: first}]"),
        "7: officers[0].subject_of[1]: a second subject_of from 'pike' to 'first' (give it an id of its own",
    ),
    "nobody says why there is no name": (
        PEOPLE.replace("why_unidentified: withheld, ", ""),
        "8: officers[1]: it has no name and does not say why (name or first_name or last_name or number; or why_uni",
    ),
    "an inference without a reason": (
        pike("subject_of: [{investigation: first, status: inferred}]"),
        "7: officers[0].subject_of[0]: it is inferred and gives no reason",
    ),
    "a reason for a fact": (
        pike("subject_of: [{investigation: first, reason: so it seems}]"),
        "7: officers[0].subject_of[0].reason: only what is inferred has a reason (status: inferred)",
    ),
    "a choice there is not": (
        pike("subject_of: [{investigation: first, status: proven}]"),
        "7: officers[0].subject_of[0].status: 'proven' is no choice (one of: stated, alleged, inferred)",
    ),
    "a code without its scheme": (
        pike("served_in: [{force: uk-police/kent, rank: sergeant}]"),
        "7: officers[0].served_in[0].rank: 'sergeant' does not say of which scheme it is; schemes use the same codes.",
    ),
    "a code nobody knows": (
        pike("served_in: [{force: uk-police/kent, rank: uk-ranks/admiral}]"),
        "7: officers[0].served_in[0].rank: The scheme uk-ranks has no code 'admiral'. (Codes of uk-ranks: constable,",
    ),
    "a force nobody knows": (
        pike("served_in: [{force: uk-police/atlantis}]"),
        "7: officers[0].served_in[0].force: The scheme uk-police has no code 'atlantis'. (Codes of uk-police: avon-and",
    ),
    "a body where a force is asked for": (
        pike("served_in: [{force: uk-oversight/iopc}]"),
        "7: officers[0].served_in[0].force: 'uk-oversight/iopc' is a code for body, not for force. (Schemes",
    ),
    "no status": (
        pike("had_status: [{force: uk-police/kent}]"),
        "7: officers[0].had_status[0]: it states no status (one of duty_status, service_status, list",
    ),
    "a number without a unit": (
        SOURCE + "cohorts:\n  - {id: seven, size: 7, locator: p 1}\n",
        "7: cohorts[0]: size has no unit (unit: what is counted, in a word)",
    ),
    "half a person": (
        SOURCE + "cohorts:\n  - {id: some, size: 7.5, unit: people, locator: p 1}\n",
        "7: cohorts[0].size: '7.5' is not a number of people (a whole number)",
    ),
    "words for a number": (
        SOURCE + "cohorts:\n  - {id: some, size: a few, unit: people, locator: p 1}\n",
        "7: cohorts[0].size: 'a few' is not a stated number (Write a number, alone or after: about, at least",
    ),
    "a figure without a value": (
        SOURCE + "statistics:\n  - {id: many, measure: cases, unit: cases, locator: p 1}\n",
        "7: statistics[0]: it has no value (value, or as_stated where the source gives no number)",
    ),
    "a percentage without rounding": (
        SOURCE + 'statistics:\n  - {id: part, measure: cases, value: 6, unit: "%", locator: p 1}\n',
        "7: statistics[0]: unit and rounding do not fit",
    ),
    "a denial of one thing": (
        PEOPLE + "denials:\n  - {id: not, locator: p 5, of: link, as_stated: no, between: [{investigation: first}]}\n",
        "13: denials[0].between: it names 1, not two (two records)",
    ),
    "a denial between one and the same": (
        PEOPLE + "denials:\n  - id: not\n    locator: p 5\n    of: link\n    as_stated: no\n"
        "    between: [{investigation: first}, {investigation: first}]\n",
        "17: denials[0].between: both ends are the same (two different records)",
    ),
    "a suggestion of half a name": (
        PEOPLE + "suggestions:\n  - id: maybe\n    locator: p 5\n    reasons: [why not]\n"
        "    between: [{officer: pike}, {officer: '#pike'}]\n",
        "16: suggestions[0].between[1].officer: '#pike' names no entry (other-source#id: the slug of the source and",
    ),
    "a suggestion that names this casebook as another": (
        PEOPLE + "suggestions:\n  - id: maybe\n    locator: p 5\n    reasons: [why not]\n"
        "    between: [{officer: nameless}, {officer: harbour-post#pike}]\n",
        "16: suggestions[0].between[1].officer: 'harbour-post#pike' is an entry of this casebook (its id alone)",
    ),
    "a suggestion that an officer is an investigation": (
        PEOPLE + "suggestions:\n  - id: maybe\n    locator: p 5\n    reasons: [why not]\n"
        "    between: [{officer: pike}, {investigation: first}]\n",
        "16: suggestions[0].between: an officer and an investigation are never one and the same",
    ),
    "a list where a text is asked for": (
        SOURCE + "officers:\n  - {id: pike, name: [Pike, Pyke], locator: p 1}\n",
        "7: officers[0].name: a list stands here (a text)",
    ),
    "a text where a list is asked for": (
        SOURCE + "officers: Pike\n",
        "6: officers: 'Pike' stands here (a list: one item a line, each begun with -)",
    ),
    "no mapping at all": ("- officers\n- cohorts\n", "1: a list stands here (keys with values, indented below)"),
}


@pytest.mark.parametrize(("text", "told"), [(text, told) for text, *told in MISTAKEN.values()], ids=MISTAKEN)
def test_a_mistake_is_told_with_its_place_and_what_is_allowed(tmp_path: Path, text: str, told: list[str]) -> None:
    mistakes = mistakes_in(tmp_path, text)
    assert len(mistakes) == len(told), mistakes
    for mistake, start in zip(mistakes, told, strict=True):
        assert mistake.startswith(start)


def test_mistakes_of_all_kinds_are_told_at_once_in_the_order_of_lines(tmp_path: Path) -> None:
    text = (
        SOURCE.replace("2021-03-03", "31/02")
        + "officers:\n"
        + "  - {id: pike, locator: p 1, colour: red}\n"
        + "  - {id: pike, name: Pike, locator: p 2, served_in: [{force: uk-police/kent, rank: sergeant}]}\n"
        + "cohorts:\n"
        + "  - {id: seven, size: many, unit: people, locator: p 3, subject_of: [{investigation: nowhere}]}\n"
    )
    assert [each.split(" ")[:2] for each in mistakes_in(tmp_path, text)] == [
        ["5:", "source.published:"],
        ["7:", "officers[0].colour:"],
        ["7:", "officers[0]:"],
        ["8:", "officers[1].served_in[0].rank:"],
        ["8:", "officers[1].id:"],
        ["10:", "cohorts[0].size:"],
        ["10:", "cohorts[0].subject_of[0].investigation:"],
    ]


def test_the_same_thing_may_be_contradicted_side_by_side(tmp_path: Path) -> None:
    text = SOURCE + (
        "officers:\n  - id: pike\n    name: Pike\n    locator: p 1\n    had_status:\n"
        "      - {force: uk-police/kent, duty_status: duty-status/suspended, said_by: the force}\n"
        "      - {id: own, force: uk-police/kent, duty_status: duty-status/suspended, not_held: true}\n"
        "      - {force: uk-police/kent, duty_status: duty-status/full}\n"
    )
    assert mistakes_in(tmp_path, text) == []


def test_many_mistakes_are_listed_up_to_a_limit_and_counted(tmp_path: Path) -> None:
    people = "".join(f"  - {{id: p{number}}}\n" for number in range(1000))
    told = mistakes_in(tmp_path, SOURCE + "officers:\n" + people)
    assert len(told) == 202
    assert [each.strip() for each in told[-2:]] == [
        "900 more mistakes are not listed (mend these first)",
        "900 more are not listed (mend these first)",
    ]


def test_a_file_that_is_not_there_is_not_found(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match="There is no file"):
        read_casebook(tmp_path / "none.yaml")


def test_several_files_are_checked_together(tmp_path: Path) -> None:
    right = casebook_file(tmp_path, SOURCE, "right.yaml")
    again = casebook_file(tmp_path, SOURCE, "again.yaml")
    wrong = casebook_file(tmp_path, SOURCE + "officers: Pike\n", "wrong.yaml")
    assert [str(each) for each in check_casebooks([right, wrong, again])] == [
        f"{wrong}:6: officers: 'Pike' stands here (a list: one item a line, each begun with -)",
        f"{again}: source.id: 'harbour-post' is the source of {right} already (one casebook for each source)",
    ]
    assert check_casebooks([right]) == []
