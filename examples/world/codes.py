"""The codes that the invented world uses: those of the shipped vocabularies, for all that is not a name."""

RANK = "uk-ranks/"
DUTY = "duty-status/"
SERVICE = "service-status/"
FINDING = "findings/"
STANDARD = "standards-of-professional-behaviour/"
STEP = "steps/"
REFERRAL = "referrals/"
SEVERITY = "severity/"
OUTCOME = "outcomes-2020/"
CATEGORY = "iopc-2020/"

REFORM = "2020-02-01"
"""From this day on matters go by the categories and outcomes of 2020."""

_OLDER_OUTCOMES = {"reflective-practice": "management-advice"}
_OLDER_CATEGORIES = {"D1": "X", "B4": "C", "F6": "F", "F8": "F", "G2": "Y", "H3": "U", "J2": "Y", "K": "W"}


def outcome(code: str, opened: str) -> str:
    """The outcome with its scheme, in the regulations of the day on which the investigation was opened."""
    return OUTCOME + code if opened >= REFORM else f"outcomes-2008/{_OLDER_OUTCOMES.get(code, code)}"


def category(code: str, opened: str) -> str:
    """The category with its scheme: letters of the older scheme before the reform, which mean other things."""
    return CATEGORY + code if opened >= REFORM else f"ipcc-legacy/{_OLDER_CATEGORIES[code]}"
