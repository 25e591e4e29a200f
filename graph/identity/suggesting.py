"""Suggesting: the models compare what is new with all there is, and their suggestions are stored beside the records."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from graph import ids
from graph.errors import UsageError
from graph.identity import suggestions
from graph.identity.components import refresh
from graph.identity.decisions import Decision, decision
from graph.identity.found import Found
from graph.identity.other_kinds import accounts, groups, investigations, unnamed
from graph.identity.suggestions import Decided, Suggestion, decided, open_suggestions
from graph.loads.states import loads
from graph.model.writes import upsert_records
from graph.stores.locking import take_turn
from graph.stores.store import Store

OFFICERS = "officers@3"
"""Name and version of the officers' model. Raised with every change that can change a score: then all is scored again.
"""

PROBABLE = (OFFICERS, investigations.MODEL)
"""Models whose scores of LEAST_ACCEPTED and more are probabilities. Those of the others stay below it."""

LEAST_ACCEPTED = 0.8
"""Below this, too many of the pairs are two people: nothing so unlikely is linked without a person."""

Finder = Callable[[Store, frozenset[str], Decided, list[Found]], list[Found]]
"""Takes the new sources, what is decided, and the officers found just before; gives pairs nobody decided on."""

_COMPARED = "UNWIND $rows AS row MATCH (l:Load {id: row.id}) SET l.compared_by = row.by RETURN count(*) AS written"


def _officers(
    store: Store, new_sources: frozenset[str], known: Decided, _: list[Found], *, scratch: Path | None = None
) -> list[Found]:
    from graph.identity.officers import officers_alike  # Splink takes a second to import
    from graph.identity.stated import stated_officers

    found = officers_alike(
        stated_officers(store), new_sources=new_sources, same=known.same, different=known.different, scratch=scratch
    )
    return [each for each in found if (each.left_id, each.right_id) not in known.all]


def _undecided(find: Callable[[Store, frozenset[str]], list[Found]]) -> Finder:
    return _undecided_by(lambda store, new, _: find(store, new))


def _undecided_by(find: Callable[[Store, frozenset[str], list[Found]], list[Found]]) -> Finder:
    return lambda store, new, known, officers: [
        each for each in find(store, new, officers) if (each.left_id, each.right_id) not in known.all
    ]


FINDERS: Mapping[str, Finder] = {
    OFFICERS: _officers,
    accounts.MODEL: _undecided(accounts.accounts_alike),
    investigations.MODEL: _undecided_by(investigations.investigations_alike),
    groups.MODEL: _undecided_by(groups.groups_alike),
    unnamed.MODEL: _undecided(unnamed.unnamed_alike),
}
"""The models by name and version, that of officers before those that use what it found."""


@dataclass(frozen=True, slots=True)
class Suggested:
    """What was done: the sources compared with all others, how many suggestions each model made, and how many of all
    open ones were accepted."""

    new_sources: tuple[str, ...]
    made: Mapping[str, int] = field(default_factory=dict)
    accepted: int = 0


def suggest(store: Store, *, at: str, scratch: Path | None = None) -> Suggested:
    """Compares the sources that no present model has compared yet, and stores what it finds.

    A source that was loaded anew counts as new, and so does each when a model has a new version: what was suggested of
    them before and is not decided goes. `at` is the time (UTC, ISO 8601), `scratch` a folder for what memory does not
    hold, else the system's for such things.
    """
    finished = [each for each in loads(store) if each["state"] == "finished"]
    latest = {each["of_source"]: each for each in finished}
    models = ", ".join(FINDERS)
    new = frozenset(source for source, each in latest.items() if each.get("compared_by") != models)
    if not new:
        return Suggested(())
    known = decided(store)
    found: dict[str, list[Found]] = {}
    finders: dict[str, Finder] = {**FINDERS, OFFICERS: partial(_officers, scratch=scratch)}
    for model, finder in finders.items():
        found[model] = finder(store, new, known, found.get(OFFICERS, []))
    inputs = ids.digest(f"{source} {each.get('digest')}" for source, each in sorted(latest.items()))
    outdated = _outdated(store, new, known)
    with store.transaction() as tx:
        take_turn(tx)
        suggestions.remove(tx, outdated)
        made = {
            model: suggestions.write(tx, each, model=model, inputs=inputs, day=at[:10]) for model, each in found.items()
        }
        tx.run_rows(_COMPARED, [{"id": latest[source]["id"], "by": models} for source in sorted(new)])
    return Suggested(tuple(sorted(new)), made)


def check_accepted(least: float) -> None:
    """Raises UsageError for a probability at which nothing is linked without a person."""
    if not LEAST_ACCEPTED <= least <= 1:
        raise UsageError(
            f"{least} is no probability at which pairs are linked without a person.",
            do=f"Give one from {LEAST_ACCEPTED} to 1, and decide on the others with: crossprobe link review",
        )


def accept(store: Store, least: float, *, by: str, at: str) -> list[Decision]:
    """Decides that the officers, and the investigations of one officer, of open suggestions that score `least` or more
    are the same; gives the decisions.

    Other scores are not calibrated. Never against a conflict, and never where somebody decided. Raises UsageError for
    less than LEAST_ACCEPTED.
    """
    check_accepted(least)
    good = [
        each
        for each in open_suggestions(store)
        if each.model in PROBABLE and each.score is not None and each.score >= least and not each.conflict
    ]
    made = [_decision(each, least, by=by, at=at) for each in good]
    if made:
        with store.transaction() as tx:
            take_turn(tx)
            tx.run_rows(upsert_records("Decision"), [{**each.row(), "state": "none"} for each in made])
            refresh(tx, {end for each in made for end in (each.left_id, each.right_id)})
    return made


def _decision(suggestion: Suggestion, least: float, *, by: str, at: str) -> Decision:
    why = f"Score {suggestion.score:.4g}, accepted at {least:g}; inputs {suggestion.inputs}. "
    return decision(
        suggestion.left_id,
        suggestion.right_id,
        "same",
        by=by,
        at=at,
        reason=why + " ".join(suggestion.reasons),
        basis="score",
        rule=suggestion.model,
    )


def _outdated(store: Store, new: frozenset[str], known: Decided) -> list[str]:
    """What the models suggested, and nobody decided, of records that are absent or of sources compared anew."""
    names = {model.partition("@")[0] for model in FINDERS}
    ours = [each for each in suggestions.stored_suggestions(store) if each.model.partition("@")[0] in names]
    waiting = [each for each in ours if each.pair not in known.all]
    sources = suggestions.of_ends(store, "source_id", {end for each in waiting for end in each.pair})
    return [each.id for each in waiting if any(end not in sources or sources[end] in new for end in each.pair)]
