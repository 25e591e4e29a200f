"""A thousand invented people whose names stand wherever a source may write: titles, groups, locators, notes."""

import random
from typing import Any

from graph import ids
from graph.model import KINDS
from graph.names import folded
from graph.redaction.names_in_text import ordinary_words
from graph.subgraph import Header, Subgraph, SubgraphRecord, SubgraphStatement

PEOPLE = 1_000
_BEGINNINGS = ("Zor", "Vil", "Quo", "Bru", "Xan", "Tul", "Dor", "Fli", "Gro", "Hul")
_MIDDLES = ("vel", "mol", "dri", "ponu", "fril", "lusk", "bilo", "rolu", "tivo", "quil")
_ENDS = ("ka", "mot", "dun", "vix", "lor", "wig", "zel", "phu", "nor", "bix")
NAMES = [f"{a}{b}{c}" for a in _BEGINNINGS for b in _MIDDLES for c in _ENDS]
"""Every one holds i, l, o or u, which no id and no pseudonym holds."""

RECORDED = {"source_id": "the-zorvelka-files", "locator": "page of Vilmolmot", "recorded_from": "2021-03-03"}


def whole_name(number: int) -> str:
    """First and last name of one of them."""
    return f"{NAMES[number]} {NAMES[(number * 7 + 3) % PEOPLE]}"


def collar(number: int) -> str:
    """Official number of one of them."""
    return f"ZULU{number:05}"


def handle(number: int) -> str:
    """Telephone number of one of them."""
    return f"+44 7700 9{number:05}"


def secrets() -> list[str]:
    """What must be found in no byte, as it is searched: every name begins with one of these, every number too."""
    stems = [f"{beginning}{middle}".lower() for beginning in _BEGINNINGS for middle in _MIDDLES]
    return [*stems, "zulu", "7700 9", "77009"]


def crowd() -> Subgraph:
    """The subgraph: officers, accounts, groups, a cohort, figures, sources, decisions and all that names them."""
    assert not {folded(each) for each in NAMES} & ordinary_words()
    chance = random.Random(7)  # noqa: S311 - invented people need no secrecy
    forces = [_force(code, region) for code, region in (("a", "North West"), ("b", "North West"), ("c", "Wales"))]
    officers = [_officer(number) for number in range(PEOPLE)]
    accounts = [_account(number) for number in range(PEOPLE)]
    groups = [_group(number) for number in range(0, PEOPLE, 10)]
    statements = [
        _statement(number, "SERVED_IN", officer, chance.choice(forces), role=whole_name(number), current=True)
        for number, officer in enumerate(officers)
    ]
    statements += [
        _statement(number, "MEMBER_OF", account, groups[number // 10], messages=number % 9, days=["2024-05-14 3"])
        for number, account in enumerate(accounts)
    ]
    records = [*officers, *accounts, *groups, *forces, _cohort(3), _cohort(40), _statistic(2), _statistic(700)]
    one, other, third = (officers[number].id for number in (0, 1, 2))
    decided = _row("Decision", "one", left_id=one, right_id=other, judgement="same", by=whole_name(5))
    return Subgraph(
        tuple(sorted(records, key=lambda each: each.id)),
        tuple(sorted(statements, key=lambda each: each.id)),
        denials=(_row("Denial", "one", from_id=one, to_id=third, of="link", as_stated=whole_name(9)),),
        decisions=(SubgraphRecord("Decision", {**decided.properties, "reason": whole_name(8), "state": "applied"}),),
        suggestions=(_row("Suggestion", "one", left_id=one, right_id=third, reasons=[f"both {whole_name(4)}"]),),
        sources=(_source(),),
        loads=(
            SubgraphRecord("Load", {"id": "load:" + "0" * 26, "of_source": "the-zorvelka-files", "state": "finished"}),
        ),
        header=Header(f"All about {whole_name(1)}", f"--around {one} --depth 2", "2026-01-01T00:00:00Z"),
    )


def _row(label: str, key: str, **stated: Any) -> SubgraphRecord:  # noqa: ANN401 - any stored value
    identifier = ids.record_id(KINDS[label].prefix, "the-zorvelka-files", [key])
    return SubgraphRecord(label, {"id": identifier, "canonical_id": identifier, **RECORDED, **stated})


def _officer(number: int) -> SubgraphRecord:
    first, last = whole_name(number).split()
    return _row(
        "Officer",
        str(number),
        name=whole_name(number),
        name_folded=folded(whole_name(number)),
        first_name=first,
        last_name=last,
        number=collar(number),
        number_kind=f"collar number of {last}",
        description=f"Sergeant {last}",
        said_by=whole_name(number + 1 if number < PEOPLE - 1 else 0),
        gender="F",
        ethnicity="White",
        age=f"as old as {last}",
        appointed="2009-05-14",
    )


def _account(number: int) -> SubgraphRecord:
    name = whole_name(number)
    return _row("Account", f"a{number}", name=name, handle=handle(number), former_handles=[collar(number)])


def _group(number: int) -> SubgraphRecord:
    return _row("ChatGroup", f"g{number}", name=f"Friends of {whole_name(number)}", platform=NAMES[number])


def _cohort(size: int) -> SubgraphRecord:
    return _row("Cohort", f"c{size}", size=size, bound="exact", unit="officers", description=whole_name(size))


def _statistic(value: int) -> SubgraphRecord:
    measure = f"cases like that of {whole_name(value)}"
    return _row(
        "Statistic", f"s{value}", value=value, bound="exact", unit="cases", measure=measure, population="officers"
    )


def _source() -> SubgraphRecord:
    row = _row("Source", "s", name=f"The fall of {whole_name(2)}", publisher=f"{NAMES[3]} Post", held=True).properties
    stated = {"source_kind": "article", "url": f"https://example.org/{NAMES[4]}", "note": whole_name(5)}
    identifier = "source:the-zorvelka-files"
    return SubgraphRecord(
        "Source", {**row, **stated, "id": identifier, "canonical_id": identifier, "reference": collar(6)}
    )


def _force(code: str, region: str) -> SubgraphRecord:
    identifier = f"force:example/{code}"
    row = {"id": identifier, "canonical_id": identifier, "source_id": "vocabulary:example@1", "recorded_from": "2020"}
    return SubgraphRecord("Force", {**row, "name": f"Northvale {code} Police", "region": region, "country": "England"})


def _statement(
    number: int,
    name: str,
    start: SubgraphRecord,
    end: SubgraphRecord,
    **stated: Any,  # noqa: ANN401 - any stored value
) -> SubgraphStatement:
    identifier = ids.statement_id(name, "the-zorvelka-files", start.id, end.id, [str(number)])
    return SubgraphStatement(name, start.id, end.id, {"id": identifier, **RECORDED, **stated})
