"""The power fails at each commit of a sale and each word with its provider: nothing is lost, and nothing comes twice.

Statements between them are cut by chance in `test_lives.py`.
"""

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest

from tests.hub.lives.failing_shop import FailingShop
from tests.hub.lives.life import Life
from tests.hub.lives.payment_life import PaymentLife
from tests.hub.lives.power import MOST_STATEMENTS, Cut, Moment
from tests.hub.lives.stage import Stage
from tests.hub.running import HubServer

_Act: TypeAlias = Callable[[PaymentLife, Cut | None], None]
_HOLDS = (
    PaymentLife.the_books_are_right,
    PaymentLife.money_is_where_it_was_taken_less_what_went_back,
    PaymentLife.what_goes_back_is_no_more_than_was_paid,
    PaymentLife.one_payment_runs_at_a_time_and_sales_are_counted_without_a_gap,
    PaymentLife.points_credit_and_coupon_stand_as_the_payment_does,
)


def _fill(life: PaymentLife) -> None:
    life.put(1, "take", None)
    life.put(2, "home", None)
    life.choose(1, "points", is_used=True, cut=None)
    life.choose(2, "EUR", is_used=True, cut=None)


def _begin(life: PaymentLife) -> None:
    _fill(life)
    life.pay("well", None)


def _approve(life: PaymentLife) -> None:
    _begin(life)
    life.answer("approved", is_declined=False)


def _redeem(life: PaymentLife) -> None:
    _approve(life)
    life.look("well", None)


def _press(life: PaymentLife, cut: Cut | None) -> None:
    life.pay("well", cut)


def _settle(life: PaymentLife, cut: Cut | None) -> None:
    life.wait(1, "well", cut)


def _call_off(life: PaymentLife, cut: Cut | None) -> None:
    life.call_off("well", cut)


def _return(life: PaymentLife, cut: Cut | None) -> None:
    life.bring_back(0, None, "well", cut)


@pytest.fixture
def shop(server: HubServer, stage: Stage, tmp_path: Path) -> FailingShop:
    Life.shop, Life.stage = FailingShop(server, stage.folder, tmp_path), stage
    return Life.shop


def _live(prepare: Callable[[PaymentLife], None], act: _Act, cut: Cut | None) -> Counter[Moment]:
    """A life up to this act, the act, and what comes of it once everybody is there again; which moments the act had."""
    life = PaymentLife()
    prepare(life)
    act(life, cut)
    passed = life.shop.passed
    for holds in _HOLDS:
        holds(life)
    life.teardown()
    return passed


@pytest.mark.allow_log("kiosk.hub.domain.settlement.sweep: ")  # a provider is away at times
@pytest.mark.sqlite  # where the power is cut, its files are copied
@pytest.mark.parametrize(
    ("prepare", "act", "had"),
    [
        (_fill, _press, {"commit": 3, "asked": 2, "answered": 1}),
        (_approve, _settle, {"commit": 2, "asked": 1, "answered": 1}),
        (_begin, _call_off, {"commit": 3, "asked": 2, "answered": 2}),
        (_redeem, _return, {"commit": 2, "asked": 2, "answered": 2}),
    ],
    ids=["begin", "redeem", "release", "refund"],
)
def test_a_cut_at_each_commit_and_each_word_with_the_provider_loses_and_doubles_nothing(
    shop: FailingShop,
    prepare: Callable[[PaymentLife], None],
    act: _Act,
    had: dict[Moment, int],
) -> None:
    passed = _live(prepare, act, None)
    statements = passed.pop("statement")
    for moment, times in passed.items():
        for count in range(1, times + 1):
            _live(prepare, act, Cut(moment, count))

    assert shop.cuts == passed == Counter({"committed": had["commit"], **had})
    assert statements <= MOST_STATEMENTS
