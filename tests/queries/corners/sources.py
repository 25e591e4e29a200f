"""Corners of the questions what sources state alone, against each other, or merely suggest."""

from tests.invented import Invented
from tests.queries.corners.corner import Asking, Corner


def resting_on_one_source() -> Corner:
    """Facts that would rest on one source, but for one condition."""
    told = Corner("resting-on-one-source", Asking({"fact": "MEMBER_OF"}), Asking({"repeated": "true"}))
    papers = {key: told.another(key) for key in ("first", "second", "third", "citing", "citing-later")}
    officer, case = told.officer("alone"), told.investigation("of one source")
    told.states(officer, "SUBJECT_OF", case)
    told.states(officer, "SUBJECT_OF", told.investigation("another"))
    told.states(officer, "WITNESS_IN", case)
    told.states(officer, "MEMBER_OF", told.record("ChatGroup", "group", name="group"))
    with told.later():
        told.states(officer, "SUBJECT_OF", case, key="again")
        told.states(told.officer("later"), "SUBJECT_OF", case)
    for one, other in (("first", "second"), ("first", "citing"), ("first", "citing-later"), ("citing", "third")):
        ends = [_subject(papers[key], f"{one} and {other}") for key in (one, other)]
        told.same += zip(*ends, strict=True)
    for key in ("citing", "third"):
        _cites(papers[key], papers["first"])
    with papers["citing-later"].later():
        _cites(papers["citing-later"], papers["first"])
    return told


def _cites(paper: Corner, cited: Corner) -> None:
    paper.shared.append(cited.source)
    paper.states(paper.source.id, "CITES", cited.source.id)


def contradicted_statements() -> Corner:
    """What two sources would state differently, but for one condition."""
    told = Corner("contradicted-statements")
    other = told.another("other")
    for key, outcomes in (
        ("differently", ("outcomes-2008/written-warning", "outcomes-2008/final-written-warning")),
        ("in two schemes", ("outcomes-2008/written-warning", "outcomes-2020/written-warning")),
    ):
        ends = [_subject(*each) for each in zip((told, other), (key, key), outcomes, strict=True)]
        told.same += zip(*ends, strict=True)
    officer, case = _subject(told, "of one source", "outcomes-2008/written-warning")
    told.states(officer, "SUBJECT_OF", case, key="again", outcome="outcomes-2008/final-written-warning")
    _subject(told, "in words alone")
    officer, case = _subject(told, "three ways", "outcomes-2008/written-warning")
    again = _subject(other, "three ways", "outcomes-2008/no-further-action")
    other.states(*_between(again), key="again", outcome="outcomes-2008/management-advice")
    told.same += [(officer, again[0]), (case, again[1])]
    beside = told.officer("0, beside")
    told.states(beside, "SUBJECT_OF", case, outcome="outcomes-2008/written-warning")
    with told.later():
        told.states(officer, "SUBJECT_OF", case, key="later", outcome="outcomes-2008/no-further-action")
        told.states(
            officer, "SUBJECT_OF", case, key="later, of a new kind", outcome="outcomes-2008/dismissal-with-notice"
        )
        _subject(told, "known later", "outcomes-2008/written-warning")
    found, against = (
        _accused(told, "proven", "findings/misconduct-proven"),
        _accused(other, "not", "findings/not-proven"),
    )
    third = _accused(other, "gross", "findings/gross-misconduct-proven")
    told.states(found[0], "AGAINST", beside, finding="findings/misconduct-proven")
    told.same += [*zip(found, against, strict=True), *zip(found, third, strict=True)]
    with told.later():
        told.states(found[0], "AGAINST", found[1], key="later", finding="findings/not-proven")
        told.states(found[0], "AGAINST", found[1], key="later, new", finding="findings/no-case-to-answer")
    return told


def suggestions_changing_answers() -> Corner:
    """Suggestions that would change who recurs, but for one condition."""
    told = Corner("suggestions-changing-answers", Asking({"minimum": "3"}))
    for key in ("open", "different", "unsure", "withdrawn"):
        number = 2 if key == "open" else 1
        pair = _with_cases(told, f"{key}, one", number), _with_cases(told, f"{key}, other", number)
        _suggests(told, *pair)
        if key in ("different", "unsure"):
            told.decided.append(told.word(*pair, "different" if key == "different" else "unsure"))
        if key == "withdrawn":
            made = told.word(*pair, "different")
            told.decided.append(made.withdrawn(at="2026-01-02T00:00:00Z", by="a reviewer", reason="test"))
        with told.later():
            for each in pair:
                told.states(each, "SUBJECT_OF", told.investigation(f"{each}, later"))
    pair = _with_cases(told, "suggested later, one", 1), _with_cases(told, "suggested later, other", 1)
    with told.later():
        _suggests(told, *pair)
    both = [told.officer(f"of the same cases, {each}") for each in ("one", "other")]
    for place in range(2):
        case = told.investigation(f"the same case {place}")
        for each in both:
            told.states(each, "SUBJECT_OF", case)
    _suggests(told, *both)
    _of_cases(told)
    return told


def _of_cases(told: Corner) -> None:
    one, other = sorted((told.investigation("one case"), told.investigation("other case")))
    for key, cases in (("of both", (one, other)), ("of the one", (one,)), ("of the other", (other,))):
        officer = _with_cases(told, key, 2)
        for each in cases:
            told.states(officer, "SUBJECT_OF", each)
    for key, first, later in (("one later", other, one), ("other later", one, other)):
        officer = _with_cases(told, key, 2)
        told.states(officer, "SUBJECT_OF", first)
        with told.later():
            told.states(officer, "SUBJECT_OF", later)
    _suggests(told, one, other)
    joined, again, third = (told.investigation(f"joined {each}") for each in ("one", "other", "third"))
    told.same += [(joined, third), (third, again)]
    officer = told.officer("of joined ones")
    for each in (joined, told.investigation("another of the joined")):
        told.states(officer, "SUBJECT_OF", each)
    _suggests(told, joined, again)


def _suggests(told: Corner, one: str, other: str) -> None:
    left, right = sorted((one, other))
    told.record("Suggestion", f"{left} {right}", left_id=left, right_id=right, model="casebook")


def _with_cases(told: Corner, key: str, number: int) -> str:
    officer = told.officer(key)
    for place in range(number):
        told.states(officer, "SUBJECT_OF", told.investigation(f"{key}, case {place}"))
    return officer


def _subject(told: Invented, key: str, *outcome: str) -> tuple[str, str]:
    officer, case = told.officer(key), told.investigation(f"{key}, case")
    told.states(officer, "SUBJECT_OF", case, **dict(zip(("outcome",), outcome, strict=False)))
    return officer, case


def _between(ends: tuple[str, str]) -> tuple[str, str, str]:
    return ends[0], "SUBJECT_OF", ends[1]


def _accused(told: Invented, key: str, finding: str) -> tuple[str, str]:
    allegation, officer = told.record("Allegation", key, description=key), told.officer(f"accused, {key}")
    told.states(allegation, "AGAINST", officer, finding=finding)
    return allegation, officer
