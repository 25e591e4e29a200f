"""The rules of routes, written once: what a link weighs, what is never crossed, and what is said beside a route.

`path` and the page search by these rules (graph.routes and the page's own script), against the cases of
tests/graph/model/routes_cases.json. A route is the lightest chain of links between two records; it weighs what its
links weigh. Among equals the one of fewer statements comes first, then the one whose ids, read in order from the
record whose id sorts first, sort first. Links are read in both directions.
"""

from typing import Any

LIMIT = 4
"""Statements in a route at most, where nobody says otherwise. A decided identity is no statement."""

LIMITS = (3, 4, 6, 9)
"""What a reader may choose from on the page."""

ROUTES = 3
"""Routes given at most. A further one goes through none of the things between the ends that earlier ones go through."""

WEIGHTS = {
    **dict.fromkeys(("SUBJECT_OF", "STEP", "WITNESS_IN", "AGAINST", "EXAMINED_IN"), 2),
    **dict.fromkeys(("MEMBER_OF", "CONCERNS", "AROSE_FROM"), 2),
    "LINKED_TO": 3,  # a source says that they are linked, and not how
    **dict.fromkeys(("COUNTED_IN", "PART_OF", "AFFECTED_BY", "RAISED_BY"), 4),  # one among many
    **dict.fromkeys(("SERVED_IN", "HAD_STATUS", "CONDUCTED_BY", "REFERRED_BY", "COUNTS"), 6),  # shared by thousands
}
"""What a stated link of a type weighs: the more weight, the less the link tells. Other types are not walked."""

STATUS_ADDS = {"stated": 0, "alleged": 1, "inferred": 2}
"""What the status of a statement adds; absent means stated."""

IDENTITY_WEIGHTS = {"person": 1, "rule": 1, "score": 3}
"""What a live decision that two records are one thing weighs, by what decided."""

NEVER_CROSSED = ("Source", "Statistic", "Offence", "Message", "Denial", "Suggestion", "Decision", "Load", "Database")
"""Kinds that no route goes through: to be counted, cited or charged alike is no link."""

CROSSED_IF_ASKED = ("Force", "Body")
"""Kinds that a route goes through only where somebody asks for it: thousands share them."""

NO_LINK = {"not_held": True, "state": "ruled_out"}
"""Values by which a statement says that something is not so; such a statement is not walked."""

DENIED_TYPES: dict[str, tuple[str, ...]] = {
    "link": tuple(WEIGHTS),
    "identity": ("SAME_AS",),
    "membership": ("MEMBER_OF", "SERVED_IN"),
    "subject": ("SUBJECT_OF",),
}
"""Which links between the two things a denial names are not walked, by what it denies (`of`; absent: link)."""

DEPENDS = {
    "alleged": ("Depends on 1 link that is only alleged.", "Depends on {n} links that are only alleged."),
    "inferred": ("Depends on 1 link that is only a reading.", "Depends on {n} links that are only readings."),
    "person": ("Depends on 1 identity that a person decided.", "Depends on {n} identities that people decided."),
    "rule": ("Depends on 1 identity that a rule decided.", "Depends on {n} identities that rules decided."),
    "score": ("Depends on 1 identity that only a score links.", "Depends on {n} identities that only scores link."),
    "sources": ("All of it rests on one source.", "It rests on {n} sources."),
}
"""What a route depends on, for one and for several, in the order in which it is said."""

CAVEAT = "A route shows records that connect; it does not show wrongdoing."
"""What stands under every route."""


def depends(counts: dict[str, int]) -> list[str]:
    """The sentences for the counts (keys of DEPENDS); a count of nothing is not said."""
    said = ((forms, counts.get(key, 0)) for key, forms in DEPENDS.items())
    return [one if n == 1 else many.format(n=n) for (one, many), n in said if n]


def rules() -> dict[str, Any]:
    """Every rule as plain values, for a page to carry."""
    return {
        "limit": LIMIT,
        "limits": list(LIMITS),
        "routes": ROUTES,
        "weights": WEIGHTS,
        "status_adds": STATUS_ADDS,
        "identity_weights": IDENTITY_WEIGHTS,
        "never_crossed": list(NEVER_CROSSED),
        "crossed_if_asked": list(CROSSED_IF_ASKED),
        "no_link": NO_LINK,
        "denied_types": {of: list(types) for of, types in DENIED_TYPES.items()},
        "depends": {key: list(forms) for key, forms in DEPENDS.items()},
        "caveat": CAVEAT,
    }
