import pytest

from kiosk.contract.offer import Control, Offer
from kiosk.hub.domain.attribution.contact import Presence, Purchase
from kiosk.hub.domain.attribution.holdout import Effect, Trials, find_effect, find_effects, group_draws
from kiosk.offers.control import is_held_out
from tests.doubles.chance import seed_chance
from tests.hub.domain.attribution.ways import buy, come

_LAMP = Offer("lamp", {"en": "Lamp"}, control=Control(0.3))
_SALT = "salt"


def _name(offer: str, campaign: str | None = None, share: float = 0.1) -> Offer:
    return Offer(offer, {"en": offer}, control=Control(share, campaign))


def test_offers_of_one_campaign_are_one_trial_and_others_each_their_own() -> None:
    offers = [
        _name("a", "spring"),
        _name("b"),
        _name("c", "spring"),
        Offer("d", {"en": "D"}),
        _name("e", "spring", 0.5),
    ]

    assert [[offer.id for offer in draw] for draw in group_draws(offers)] == [["a", "c"], ["b"], ["e"]]


@pytest.mark.parametrize("other", [0.201, 0.21])
def test_of_two_draws_with_hardly_anybody_between_them_one_is_told(other: float) -> None:
    draws = group_draws([_name("b", "spring", other), _name("a", "spring", 0.2)])
    names = [f"p{number}" for number in range(300)]
    purchases = [buy(name, 9) for name in names[::2]]

    effects = find_effects(Trials(draws, _SALT, [come(name, 8) for name in names]), purchases)

    assert [effect.offers for effect in effects] == [("b",), ("a",)]
    assert [effect.held_out is None for effect in effects] == [True, False]


def test_draws_that_are_far_apart_or_of_different_names_are_each_told() -> None:
    draws = group_draws([_name("a", "spring", 0.2), _name("b", "spring", 0.5), _name("c", None, 0.201)])
    names = [f"p{number}" for number in range(300)]
    purchases = [buy(name, 9) for name in names[::2]]

    effects = find_effects(Trials(draws, _SALT, [come(name, 8) for name in names]), purchases)

    assert None not in [effect.difference for effect in effects]


def _try(people: int, share: float, lift: float, seed: int = 1) -> Effect:
    """A month in which so many came, of whom this share buys, and more of those who may be shown the lamp."""
    chance = seed_chance(seed)
    names = [f"{seed}-{number}" for number in range(people)]
    purchases = [
        buy(name, 9) for name in names if chance.random() < share + (0 if is_held_out(_LAMP, name, _SALT) else lift)
    ]
    return find_effect([_LAMP], _SALT, [come(name, 8) for name in names], purchases)


def test_an_offer_that_works_is_seen_to_work() -> None:
    effect = _try(900, 0.2, 0.2)

    assert effect.difference is not None
    assert effect.difference.low > 0
    assert effect.shown is not None
    assert effect.held_out is not None
    assert effect.shown.people + effect.held_out.people == 900
    assert effect.offers == ("lamp",)


@pytest.mark.parametrize("lift", [0.0, 0.15])
def test_the_bounds_hold_the_truth_in_ninety_five_of_a_hundred_months(lift: float) -> None:
    effects = [_try(400, 0.3, lift, number).difference for number in range(400)]
    held = sum(found is not None and found.low <= lift <= found.high for found in effects)

    assert 0.92 <= held / len(effects) <= 0.985


def test_an_offer_that_changes_nothing_looks_so_but_in_one_month_of_twenty() -> None:
    effects = [_try(400, 0.3, 0.0, number).difference for number in range(400)]

    assert sum(found is not None and found.is_clear for found in effects) / len(effects) <= 0.08


@pytest.mark.parametrize(("people", "share"), [(12, 0.5), (300, 0.0), (300, 1.0), (0, 0.0)])
def test_where_a_group_is_small_or_all_alike_nothing_is_told(people: int, share: float) -> None:
    assert _try(people, share, 0.0) == Effect(("lamp",), None, None, None)


def test_what_somebody_bought_before_she_came_is_no_effect() -> None:
    seen: list[Presence] = [come(f"p{number}", 20) for number in range(200)]
    purchases: list[Purchase] = [buy(f"p{number}", 3) for number in range(100)]

    assert find_effect([_LAMP], _SALT, seen, purchases).difference is None
