"""Casebooks made at random, without mistakes: every kind, every statement and every property of the model may occur."""

from collections.abc import Iterable, Mapping
from typing import Any

from hypothesis import strategies as st

from graph.hidden_characters import hidden_characters
from graph.model import KINDS, TYPES
from graph.model.common import STATED_LINK_PROPERTIES, STATED_PROPERTIES
from graph.model.properties import Property, PropertyType
from loaders.casebooks.fields import STATED_NUMBERS, shipped_codes
from loaders.casebooks.layout import LABEL_OF_KEY, SECTIONS, Nested, nested_under
from loaders.casebooks.models import NOT_WRITTEN

Content = dict[str, Any]

signs = st.characters(exclude_categories=("Cc", "Cf", "Cs", "Cn", "Co", "Zl", "Zp"))
texts = (
    st.text(signs, max_size=12)
    .map(lambda text: text.strip() or "no")
    .filter(lambda text: not any(hidden_characters(text)))
)
dates = st.dates().map(str).flatmap(lambda day: st.sampled_from((day, day[:7], day[:4])))
numbers = st.builds(
    lambda words, number: f"{words}{number:,}",
    st.sampled_from(("", "about ", "at least ", "more than ", "at most ")),
    st.integers(0, 10**6),
)

# What a rule ties to another field is left out here, or added below together with it.
_TIED = frozenset({"status", "reason", "current", "unit", "rounding", "duty_status", "service_status", "list"})
_LATE = ("_to", "closed", "last_message")


def _value(each: Property) -> st.SearchStrategy[Any]:
    if each.name in STATED_NUMBERS:
        return numbers
    match each.type:
        case PropertyType.DATE:
            return dates
        case PropertyType.CODE:
            return st.sampled_from(shipped_codes(each.family))
        case PropertyType.CHOICE:
            return st.sampled_from(each.choices)
        case PropertyType.BOOLEAN:
            return st.sampled_from(("true", "false"))
        case PropertyType.TEXTS:
            return st.lists(texts, min_size=1, max_size=2)
        case PropertyType.INTEGER:
            return st.integers(0, 10**6).map(str)
        case _:
            return texts


def _some(draw: st.DrawFn, properties: Iterable[Property]) -> Content:
    free = [each for each in properties if each.name not in NOT_WRITTEN | _TIED and each.type is not PropertyType.ID]
    chosen = draw(st.lists(st.sampled_from([each for each in free if not each.name.endswith(_LATE)]), max_size=3))
    return {each.name: draw(_value(each)) for each in chosen}


def _record(draw: st.DrawFn, label: str, name: str) -> Content:
    content = _some(draw, (*STATED_PROPERTIES, *KINDS[label].properties))
    if label in ("Officer", "Account", "Force", "Body"):
        content["name"] = draw(texts)
    if label in ("Cohort", "Statistic"):
        content["unit"] = "people"
    if label == "Statistic":
        content["as_stated"] = draw(texts)
    return {**content, "id": name, "locator": draw(texts)}


def _statement(draw: st.DrawFn, nested: Nested, end: tuple[str, str], name: str) -> Content:
    content = _some(draw, (*TYPES[nested.type].properties, *STATED_LINK_PROPERTIES))
    if nested.type == "HAD_STATUS":
        content["status_as_stated"] = draw(texts)
    content |= draw(st.sampled_from(({}, {"status": "alleged"}, {"status": "inferred", "reason": "So it reads."})))
    content |= draw(st.sampled_from(({}, {"locator": "para 9"})))
    return {**content, "id": name, end[0]: end[1]}


@st.composite
def contents(draw: st.DrawFn) -> Content:
    """The content of a casebook, as it stands in a file: every value is a text."""
    published = draw(st.sampled_from(({"published": "2021-03-03"}, {"published_from": "2021", "published_to": "2022"})))
    source = {"id": "harbour-post", "title": draw(texts), "kind": "article", **published}
    cited = draw(st.sampled_from(([], ["echo"], ["echo", "gazette"])))
    names: dict[str, list[str]] = {section: [] for section in SECTIONS}
    for number, section in enumerate(draw(st.lists(st.sampled_from(list(SECTIONS)), min_size=1, max_size=8))):
        names[section].append(f"entry-{number}")
    known = {label: list(names[section]) for section, label in SECTIONS.items()}
    known |= {"Source": cited, "Offence": ["ew-offences/theft-act-1968-s1"]}
    known["Force"].append("uk-police/kent")
    known["Body"].append("uk-oversight/iopc")
    content: Content = {"source": source, "cites": [{"id": slug, "locator": draw(texts)} for slug in cited]}
    for section, label in SECTIONS.items():
        content[section] = [_entry(draw, label, name, known) for name in names[section]]
    content["denials"] = _denials(draw, names["investigations"])
    return content


def _entry(draw: st.DrawFn, label: str, name: str, known: Mapping[str, list[str]]) -> Content:
    entry = _record(draw, label, name)
    for nested in nested_under(label):
        ends = [(key, end) for key in nested.ends for end in known[LABEL_OF_KEY[key]] if _may_end(name, end)]
        chosen = draw(st.lists(st.sampled_from(ends), max_size=1)) if ends else []
        entry[nested.key] = [_statement(draw, nested, end, f"s{number}") for number, end in enumerate(chosen)]
    return entry


def _may_end(name: str, end: str) -> bool:
    # Only at what has a later name: so nothing leads to itself, and nothing is part of itself.
    return end > name or not end.startswith("entry-")


def _denials(draw: st.DrawFn, investigations: list[str]) -> list[Content]:
    if len(investigations) < 2:
        return []
    between = [{"investigation": name} for name in investigations[:2]]
    return [{"id": "denied", "locator": draw(texts), "of": "link", "as_stated": draw(texts), "between": between}]
