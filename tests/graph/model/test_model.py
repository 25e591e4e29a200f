"""The model as a whole: everything described, every reader of it agrees."""

import pytest

from graph.model import KINDS, LABEL_OF_PREFIX, TYPES, record_properties, statement_properties
from graph.model.constraints import constraints
from graph.model.kinds import Origin
from graph.model.properties import Form, PropertyType
from graph.model.reference import model_reference
from graph.model.writes import upsert_records, upsert_statements
from graph.stores.store import Store
from tests.engines.emptying import NEVER, THE_MODELS, empty
from tests.engines.server import Neo4jServer

EVERY_PROPERTY = [
    *((label, each) for label in KINDS for each in record_properties(label)),
    *((name, each) for name in TYPES for each in statement_properties(name)),
]
STRICTNESS = [Form.KEPT, Form.COARSER, Form.PSEUDONYM, Form.DROPPED]


def test_every_property_is_described_and_no_name_occurs_twice_in_one_kind() -> None:
    assert all(each.description.endswith(".") or each.description.endswith("'.") for _, each in EVERY_PROPERTY)
    for label in KINDS:
        names = [each.name for each in record_properties(label)]
        assert len(names) == len(set(names)), label
    for name in TYPES:
        names = [each.name for each in statement_properties(name)]
        assert len(names) == len(set(names)), name


def test_codes_name_their_vocabularies_and_choices_their_values() -> None:
    for owner, each in EVERY_PROPERTY:
        assert bool(each.family) == (each.type is PropertyType.CODE), (owner, each.name)
        assert bool(each.choices) == (each.type is PropertyType.CHOICE), (owner, each.name)


def test_a_stricter_level_never_keeps_more() -> None:
    for owner, each in EVERY_PROPERTY:
        forms = [
            STRICTNESS.index(form) for form in (each.redaction.names, each.redaction.persons, each.redaction.structure)
        ]
        assert forms == sorted(forms), (owner, each.name)


def test_free_text_and_names_of_people_never_leave_as_they_are() -> None:
    for name in ("name", "first_name", "last_name", "description", "number"):
        assert all(each.redaction.names is not Form.KEPT for owner, each in EVERY_PROPERTY
                   if each.name == name and owner in ("Officer", "Account", "Cohort"))  # fmt: skip


def test_a_prefix_gives_its_label_back_and_belongs_to_one_kind() -> None:
    assert len(LABEL_OF_PREFIX) == len(KINDS)


def test_statements_run_between_labels_of_the_model() -> None:
    for each in TYPES.values():
        assert {label for pair in each.ends for label in pair} <= set(KINDS)
        assert each.sentence.count("{from}") == each.sentence.count("{to}") == 1


def test_a_denial_a_suggestion_and_a_decision_have_no_relationships() -> None:
    ends = {label for each in TYPES.values() for pair in each.ends for label in pair}
    assert not ends & {"Denial", "Suggestion", "Decision", "Load", "Database"}


def test_what_may_be_one_thing_is_said_on_both_sides() -> None:
    for label, kind in KINDS.items():
        for other in kind.same_as:
            assert label in KINDS[other].same_as
            assert TYPES["SAME_AS"].allows(label, other)


def test_the_reference_names_every_kind_type_and_property() -> None:
    text = model_reference()
    assert all(f"### {name}\n" in text for name in (*KINDS, *TYPES))
    assert all(f"| `{each.name}` |" in text for _, each in EVERY_PROPERTY)


def test_both_engines_take_the_constraints_twice_and_keep_them(store: Store) -> None:
    store.prepare(constraints())
    store.prepare(constraints())
    with store.transaction() as tx:
        tx.run("CREATE (:Officer {id: 'officer:1'})")
    with pytest.raises(Exception, match=r".+"), store.transaction() as tx:
        tx.run("CREATE (:Officer {id: 'officer:1'})")
    assert store.read("MATCH (o:Officer) RETURN count(o)").rows == [(1,)]


def test_a_new_neo4j_has_the_constraints_and_indexes_of_the_model_and_no_others(
    neo4j_server: Neo4jServer, bolt_store: Store
) -> None:
    empty(neo4j_server, keep=NEVER)
    bolt_store.prepare(constraints())
    shown = bolt_store.read("SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP' RETURN name")
    assert {name for (name,) in shown.rows} == THE_MODELS


def test_both_engines_take_every_write_statement_of_the_model(store: Store) -> None:
    stated = {name: each for name, each in TYPES.items() if name != "SAME_AS"}
    with store.transaction() as tx:
        for label, kind in KINDS.items():
            source = {} if kind.origin is Origin.BOOK else {"source_id": "s"}
            assert tx.run_rows(upsert_records(label), [{"id": f"{kind.prefix}:1", **source}]) == 1
        for name, each in stated.items():
            for start, end in each.ends:
                row = {
                    "id": f"{name}{start}{end}",
                    "from_id": f"{KINDS[start].prefix}:1",
                    "to_id": f"{KINDS[end].prefix}:1",
                }
                assert tx.run_rows(upsert_statements(name, start, end), [row]) == 1
    expected = {name: len(each.ends) for name, each in stated.items()}
    assert dict(store.read("MATCH ()-[r]->() RETURN type(r), count(r)").rows) == expected


def test_a_statement_whose_end_is_missing_is_counted_as_not_written(store: Store) -> None:
    with store.transaction() as tx:
        row = {"id": "x", "from_id": "officer:1", "to_id": "investigation:1"}
        assert tx.run_rows(upsert_statements("SUBJECT_OF", "Officer", "Investigation"), [row]) == 0
