"""What forces answer about a part: totals that mostly fit the cases, and sometimes do not."""

from collections.abc import Callable
from dataclasses import dataclass

from examples.world.documents import number
from examples.world.forces import force
from examples.world.investigations import Investigation
from examples.world.part import Part

_YEARS = ("2020",)


@dataclass(frozen=True, slots=True)
class Total:
    """A true total: what the figure that an answer gives should be."""

    id: str
    measure: str
    force: str
    year: str
    value: int


def answer(part: Part) -> list[Total]:
    """One answer a force, with three figures a year; every fourth or so is one more or one fewer than is true."""
    totals: list[Total] = []
    for code in part.forces:
        document = part.sources.answer(code, "misconduct in 2020", "2022-09-12")
        for year in _YEARS:
            opened = [each for each in part.investigations if each.force == code and each.opened.startswith(year)]
            for measure, (unit, count) in _MEASURES.items():
                total = Total(f"total-{part.number:04d}-{len(totals) + 1:03d}", measure, code, year, count(opened))
                slip = part.stream.choice((0, 0, 0, 0, 0, 0, 1, -1))
                figure = document.entry(
                    "Statistic",
                    total.id,
                    measure=measure,
                    value=number(max(total.value + slip, 0)),
                    unit=unit,
                    population=f"officers and staff, district {part.number + 1}",
                    period_from=f"{year}-01-01",
                    period_to=f"{year}-12-31",
                )
                figure.says("COUNTS", force(code))
                totals.append(total)
    return totals


def _people(opened: list[Investigation]) -> int:
    return len({matter.person.id for each in opened for matter in each.subjects})


def _allegations(opened: list[Investigation]) -> int:
    return sum(len(each.subjects) for each in opened)


_MEASURES: dict[str, tuple[str, Callable[[list[Investigation]], int]]] = {
    "investigations opened": ("investigations", len),
    "people investigated": ("people", _people),
    "allegations recorded": ("allegations", _allegations),
}
