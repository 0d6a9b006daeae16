from itertools import chain

import pytest
from hypothesis import given

from kiosk.hub.attribution import Attribution
from kiosk.hub.domain.attribution.brought import Reach, Sales, tell_reach, tell_sales
from kiosk.hub.domain.attribution.contact import Contact, Origin, Purchase
from kiosk.hub.domain.attribution.crediting import Credit, Diary
from kiosk.hub.domain.attribution.journey import MonthFacts
from kiosk.hub.domain.report.suppression import K
from tests.hub.domain.attribution.ways import ATTRIBUTIONS, FACTS, MAIL, ORIGINS, POSTER, WINDOW, buy, touch


def _sell(count: int, origin: Origin | None, amount: str = "10.00", currency: str = "EUR") -> list[Credit]:
    """So many purchases of as many people."""
    name = origin.name if origin else "nobody"
    return [
        Credit(
            buy(f"{name}-{one}", 9, amount=amount, currency=currency),
            touch(f"{name}-{one}", 2, origin) if origin else None,
        )
        for one in range(count)
    ]


def _count(sales: Sales) -> dict[Origin | None, tuple[int | None, int | None]]:
    return {row.origin: (row.purchases, row.turnover) for row in sales.rows}


def test_each_origin_has_what_goes_back_to_it_and_all_of_it_sums() -> None:
    sales = tell_sales([*_sell(7, MAIL), *_sell(12, None, "2.50")], ORIGINS)

    assert _count(sales) == {MAIL: (7, 70), POSTER: (0, 0), WINDOW: (0, 0), None: (12, 30)}
    assert (sales.purchases, sales.turnover, sales.currency) == (19, 100, "EUR")


def test_what_few_bought_is_not_told_nor_is_what_would_give_it_away() -> None:
    sales = tell_sales([*_sell(7, MAIL), *_sell(2, POSTER)], ORIGINS)

    assert _count(sales) == {MAIL: (None, None), POSTER: (None, None), WINDOW: (0, 0), None: (0, 0)}
    assert sales.purchases == 9


def test_of_very_few_purchases_not_even_the_sum_is_told() -> None:
    assert tell_sales(_sell(3, MAIL), ORIGINS).purchases is None


def test_many_purchases_of_one_person_are_one_persons() -> None:
    often = [Credit(buy("anna", day), touch("anna", 1)) for day in range(2, 20)]

    assert tell_sales(often, ()).purchases is None


def test_each_receipt_of_nobody_counts_as_anothers() -> None:
    sales = tell_sales([Credit(buy(None, 5), None)] * 6, ())

    assert _count(sales) == {None: (6, 60)}


def test_money_of_another_currency_is_left_out_and_its_purchases_count() -> None:
    sales = tell_sales([*_sell(7, MAIL), *_sell(6, POSTER, currency="CHF")], ())

    assert _count(sales) == {MAIL: (7, 70), POSTER: (6, 0), None: (0, 0)}


def _reach(people: int, buyers: int) -> Reach:
    contacts: list[Contact] = [touch(f"p{number}", 3) for number in range(people)]
    purchases: list[Purchase] = [buy(f"p{number}", 8) for number in range(buyers)]
    (found,) = tell_reach([*contacts, *contacts], purchases, [MAIL])
    return found


def test_whom_an_origin_reached_is_counted_once_and_so_is_who_bought_then() -> None:
    found = _reach(40, 10)

    assert found.people == 40
    assert found.share is not None
    assert found.share.at == pytest.approx(0.25)


def test_a_purchase_before_the_contact_is_none_that_followed_it() -> None:
    contacts, purchases = ([make(f"p{one}", day) for one in range(20)] for make, day in ((touch, 9), (buy, 2)))
    (found,) = tell_reach(contacts, purchases, [MAIL])  # type: ignore[arg-type] # one list of each

    assert (found.people, found.share) == (20, None)


@pytest.mark.parametrize(
    ("people", "buyers", "told"), [(4, 2, None), (30, 4, 30), (30, 27, 30), (30, 0, 30), (0, 0, 0)]
)
def test_where_few_bought_or_few_did_not_the_share_is_too_small_to_tell(
    people: int, buyers: int, told: int | None
) -> None:
    found = _reach(people, buyers)

    assert (found.people, found.share) == (told, None)


@given(FACTS, ATTRIBUTIONS)
def test_what_is_told_of_all_origins_sums_to_all_purchases_and_no_row_is_of_few(
    facts: MonthFacts, attribution: Attribution
) -> None:
    credited = list(map(Diary(facts.contacts, attribution).credit, facts.purchases))
    sales = tell_sales(credited, ORIGINS)
    told = [row.purchases for row in sales.rows if row.purchases is not None]

    assert sales.purchases in {None, len(facts.purchases)}
    assert sum(told) <= len(facts.purchases)
    assert [count for count in told if 0 < count < K] == []
    if len(told) == len(sales.rows):
        assert sum(told) == len(facts.purchases)
    names = list(chain(ORIGINS, [None]))
    assert [row.origin for row in sales.rows] == names
