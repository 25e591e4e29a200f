"""The families of codes: every property of the model that holds a code names one, and a scheme belongs to one."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Family:
    """What the codes of a family say.

    `details` are the keys a code of it may have beside those of every code; `label` is the kind of the shared nodes
    its codes stand for, or nothing where they are only values.
    """

    name: str
    description: str
    details: frozenset[str] = frozenset()
    label: str = ""


FAMILIES: dict[str, Family] = {
    family.name: family
    for family in (
        Family("force", "Police forces.", frozenset({"country", "region", "kind"}), "Force"),
        Family("body", "Oversight and other bodies.", frozenset({"country", "kind"}), "Body"),
        Family("offence", "Offences and provisions of law.", frozenset({"act", "section"}), "Offence"),
        Family("rank", "Ranks and roles.", frozenset({"order"})),
        Family("allegation-category", "What kind of conduct an allegation is about."),
        Family("standard", "Standards of behaviour that conduct would breach."),
        Family("matter-type", "What kind of matter is investigated."),
        Family("investigation-mode", "Who leads an investigation, and under whose direction."),
        Family("severity", "What conduct would amount to if proved. No finding."),
        Family("finding", "What was found of an allegation."),
        Family("outcome", "What followed for a person.", frozenset({"order"})),
        Family("duty-status", "What somebody who serves may do."),
        Family("service-status", "Whether somebody serves, and how the service ended."),
        Family("list", "Lists that people are put on."),
        Family("step", "Steps about a person in an investigation."),
        Family("referral", "How a matter came to a body."),
    )
}
"""Every family by its name."""
