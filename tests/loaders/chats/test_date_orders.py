"""The order of day, month and year follows from the dates of a file, or stays ambiguous."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.chats.date_orders import Numbers, Order, OrderEvidence


def evidence(*dates: str) -> OrderEvidence:
    found = OrderEvidence()
    for date in dates:
        first, second, third = date.split("/")
        found.add((first, second, third), None, era_first=False)
    return found


@pytest.mark.parametrize(
    ("dates", "order"),
    [
        (["13/02/2024"], "dmy"),
        (["02/13/2024"], "mdy"),
        (["2024/02/03"], "ymd"),
        (["03/02/2024"], "ambiguous"),
        (["03/02/24"], "ambiguous"),
        (["01/02/2024", "01/03/2024"], "ambiguous"),
        (["05/03/2024", "03/04/2024"], "dmy"),
        (["03/05/2024", "04/03/2024"], "mdy"),
        (["30/01/2024", "01/02/2024"], "dmy"),
        (["22/03/18", "22/03/19", "22/03/20"], "ymd"),
        (["18/03/22", "19/03/22", "20/03/22"], "dmy"),
    ],
)
def test_the_order_with_the_fewest_faults_holds(dates: list[str], order: str) -> None:
    assert evidence(*dates).order() == order


def test_one_slip_in_many_dates_does_not_turn_the_order() -> None:
    dates = [f"{day:02}/01/2024" for day in range(1, 31)]
    dates.insert(9, "01/30/2024")
    assert evidence(*dates).order() == "dmy"


def test_known_forms_of_the_same_structure_decide_between_equals_only() -> None:
    assert evidence("03/02/2024").order({"dmy"}) == "dmy"
    assert evidence("02/13/2024").order({"dmy"}) == "mdy"
    assert evidence("03/02/2024").order({"dmy", "mdy"}) == "ambiguous"


def test_a_known_form_does_not_decide_where_the_dates_would_lie_a_month_apart() -> None:
    in_one_week = evidence("02/05/2024", "02/06/2024", "02/07/2024")
    assert in_one_week.order({"dmy"}) == "ambiguous"
    assert in_one_week.order({"mdy"}) == "mdy"


def test_two_digits_from_52_on_are_buddhist_where_most_are_and_clocks_gone_wrong_where_few_are() -> None:
    assert evidence("18/3/65", "19/3/65").century == 2500
    assert evidence("18/3/22", "1/1/70", "19/3/22").century == 2000


_WRITTEN = {"dmy": "%d/%m/%Y", "mdy": "%m/%d/%Y", "ymd": "%Y/%m/%d"}


@given(
    order=st.sampled_from(["dmy", "mdy", "ymd"]),
    days=st.lists(st.dates(datetime.date(2010, 1, 1), datetime.date(2030, 1, 1)), min_size=1, max_size=60),
)
def test_ascending_dates_are_never_read_in_a_wrong_order(order: Order, days: list[datetime.date]) -> None:
    found = OrderEvidence()
    last: Numbers | None = None
    for day in sorted(days):
        first, second, third = day.strftime(_WRITTEN[order]).split("/")
        if (first, second, third) != last:
            found.add((first, second, third), None, era_first=False)
        last = (first, second, third)
    assert found.order() in (order, "ambiguous")
