import pytest
from msgspec import structs

from kiosk.contract.instant import Instant
from kiosk.core.effects import AnnounceShown
from kiosk.core.events import (
    SOMEBODY,
    BookmarkSaved,
    CardTapped,
    CatalogueChanged,
    ShopperLeft,
    ShopperNear,
    ShoppersChanged,
    Ticked,
)
from kiosk.core.glass.scene import Attract, Offering
from kiosk.core.loop.play import open_floor
from kiosk.core.visit.arbitration import PATIENCE_S, reckon_turn
from kiosk.core.visit.visit import Visit
from kiosk.core.visit.visitor import Visitor
from kiosk.offers.catalogue import Catalogue
from kiosk.offers.crowd import SHOPPERS_PER_K, Crowd
from kiosk.offers.shown import NOTHING_SHOWN, Shown
from kiosk.offers.situation import Policy
from tests.doubles.shop_floor import BOOTS, CARD, MONDAY, MUG, POSTER, RULES, SOCKS, Play, make_shopper


def near(shopper: str, distance_m: float | None = 1.0) -> ShopperNear:
    return ShopperNear(shopper, "shoes", heard_at=0.0, distance_m=distance_m)


def test_the_nearest_of_two_who_wait_comes_first() -> None:
    play = Play.of_shop()
    play.send(near("anna", 0.5), at=1.0)
    play.send(near("ben", None), at=1.1)
    play.send(near("cleo", 1.8), at=1.2)
    play.send(Ticked(), at=7.1)
    assert isinstance(play.scene, Offering)
    assert play.scene.shopper == "cleo"


def test_an_offer_stays_its_least_time_though_somebody_waits() -> None:
    play = Play.of_shop()
    play.send(near("anna"), at=1.0)
    play.send(near("ben"), at=2.0)
    assert isinstance(play.scene, Offering)
    assert (play.scene.shopper, play.floor.wake_at) == ("anna", 7.0)
    play.send(Ticked(), at=7.0)
    assert play.scene.shopper == "ben"


def test_an_offer_goes_on_when_the_one_who_waited_left() -> None:
    play = Play.of_shop()
    play.send(near("anna"), at=1.0)
    play.send(near("ben"), at=2.0)
    play.send(ShopperLeft("ben", "shoes"), at=3.0)
    assert play.floor.wake_at == 46.0


def test_a_step_back_does_not_blank_the_offer() -> None:
    play = Play.of_shop()
    play.send(near("anna"), at=1.0)
    shown = play.scene
    play.send(ShopperLeft("anna", "shoes"), at=10.0)
    play.send(near("anna"), at=12.0)
    play.send(Ticked(), at=14.5)
    assert shown == play.scene


def test_the_offer_goes_a_moment_after_its_shopper() -> None:
    play = Play.of_shop()
    play.send(near("anna"), at=1.0)
    play.send(ShopperLeft("anna", "shoes"), at=10.0)
    assert (type(play.scene), play.floor.wake_at) == (Offering, 14.0)
    play.send(Ticked(), at=14.0)
    assert isinstance(play.scene, Attract)


def test_an_offer_that_nobody_keeps_gives_way_and_is_not_pressed_on_the_same_shopper() -> None:
    play = Play.of_shop((BOOTS, SOCKS, MUG), (POSTER,))
    play.send(near("anna"), at=1.0)
    play.send(Ticked(), at=46.0)
    assert isinstance(play.scene, Attract)
    play.send(near("anna"), at=50.0)
    assert isinstance(play.scene, Offering)
    assert play.scene.offer == SOCKS, "the boots are cooling down"


def test_whoever_kept_an_offer_gets_the_next_one() -> None:
    play = Play.of_shop((BOOTS, SOCKS, MUG), (POSTER,))
    play.send(near("anna"), at=1.0)
    play.send(near("ben"), at=1.1)
    play.send(CardTapped(CARD, felt_at=2.0), at=2.0)
    bookmark = play.floor.visit.kept[0].bookmark.id
    play.send(BookmarkSaved(bookmark), at=2.1)
    assert [visitor.waiting for visitor in play.floor.visit.visitors] == [True, True]


def test_a_shopper_who_is_not_on_the_list_is_nobody() -> None:
    play = Play.of_shop()
    loop = play.scene
    play.send(near("dora"), at=1.0)
    assert (loop, ()) == (play.scene, play.floor.visit.visitors)


def test_somebody_unknown_is_shown_an_offer_for_everybody() -> None:
    play = Play.of_shop()
    play.send(near(SOMEBODY), at=1.0)
    assert isinstance(play.scene, Offering)
    assert (play.scene.offer, play.scene.shopper, play.scene.language) == (MUG, SOMEBODY, "de")
    play.send(ShopperLeft(SOMEBODY, "shoes"), at=20.0)
    play.send(Ticked(), at=24.0)
    assert isinstance(play.scene, Attract)


@pytest.mark.parametrize("first", ["anna", SOMEBODY])
def test_somebody_unknown_counts_only_alone(first: str) -> None:
    play = Play.of_shop()
    for second, shopper in enumerate(sorted(("anna", SOMEBODY), key=lambda who: who != first)):
        play.send(near(shopper, 0.5), at=1.0 + second)
    play.send(Ticked(), at=7.0)
    assert isinstance(play.scene, Offering)
    assert play.scene.shopper == "anna"
    play.send(Ticked(), at=55.0)
    assert isinstance(play.scene, Attract), "the radar sees anna, who had her offer"
    play.send(ShopperLeft("anna", "shoes"), at=60.0)
    assert len(play.floor.visit.visitors) == 1


def test_a_new_list_of_shoppers_leaves_somebody_unknown_where_she_stands() -> None:
    play = Play.of_shop()
    play.send(near(SOMEBODY), at=1.0)
    shown = play.scene
    play.send(ShoppersChanged(Crowd({})), at=2.0)
    assert (shown, 1) == (play.scene, len(play.floor.visit.visitors))


def test_a_shopper_for_whom_there_is_no_offer_leaves_the_loop_alone() -> None:
    play = Play.of_shop((BOOTS,), (POSTER,))
    play.send(near("cleo"), at=1.0)
    assert isinstance(play.scene, Attract)


_NOW = Instant(100.0, MONDAY, "id")


def _visit(shopper: str, distance_m: float | None, waited_s: float) -> Visitor:
    return Visitor(shopper, "shoes", _NOW.mono - waited_s, 0.0, None, distance_m)


def _show(*shoppers: str) -> Shown:
    shown = NOTHING_SHOWN
    for shopper in shoppers:
        shown = shown.record(shopper, "mug", RULES.tell_local(_NOW).date(), 0.0)
    return shown


@pytest.mark.parametrize(
    ("why", "shown", "first", "second"),
    [
        ("the nearest", (), _visit("a", 0.5, 1), _visit("b", 1.5, 9)),
        ("one whose distance is known", (), _visit("a", 2.0, 1), _visit("b", None, 9)),
        ("who had no offer today", ("b",), _visit("a", 1.5, 1), _visit("b", 0.5, 9)),
        ("who had fewer offers today", ("a", "b", "b"), _visit("a", 1.5, 1), _visit("b", 0.5, PATIENCE_S)),
        ("who is out of patience", (), _visit("a", 1.5, PATIENCE_S), _visit("b", 0.5, PATIENCE_S - 1)),
        ("the longest out of patience", (), _visit("a", 1.5, PATIENCE_S + 9), _visit("b", 0.5, PATIENCE_S)),
    ],
)
def test_whose_turn_it_is(why: str, shown: tuple[str, ...], first: Visitor, second: Visitor) -> None:
    floor = structs.replace(open_floor(RULES, 0.0), visit=Visit(shown=_show(*shown)))

    assert reckon_turn(floor, first, _NOW) < reckon_turn(floor, second, _NOW), why


def test_nobody_is_kept_waiting_for_ever_by_newcomers_who_stand_nearer() -> None:
    play = Play.of_shop((MUG,), (POSTER,))
    newcomers = [make_shopper(f"new-{number}") for number in range(20)]
    play.send(ShoppersChanged(Crowd({shopper.key: shopper for shopper in (make_shopper("anna"), *newcomers)})))
    play.send(near("new-0", 1.0), at=1.0)
    play.send(near("anna", 2.0), at=1.5)
    for number, newcomer in enumerate(newcomers[1:], start=1):
        play.send(near(newcomer.key, 0.5), at=6.0 * number)
        play.send(Ticked(), at=6.0 * number + 1.0)

    assert "anna" in _list_turns(play)[:5]


def _list_turns(play: Play) -> list[str]:
    """Who was shown an offer, the first one first."""
    tallies = play.floor.visit.shown.tallies
    return [shopper for shopper, _ in sorted(tallies, key=lambda pair: tallies[pair].last)]


def test_an_offer_for_so_few_that_it_points_at_one_is_not_shown() -> None:
    town = [make_shopper(f"s-{number}") for number in range(SHOPPERS_PER_K * 3)]
    play = Play(floor=open_floor(structs.replace(RULES, policy=Policy(k_anonymity=3)), 0.0))
    play.send(CatalogueChanged(Catalogue((BOOTS, MUG)), (POSTER,)))
    few = (make_shopper("anna", "outdoor"), make_shopper("ben", "outdoor"))
    play.send(ShoppersChanged(Crowd({shopper.key: shopper for shopper in (*town, *few)})))
    play.send(near("anna"), at=1.0)
    assert isinstance(play.scene, Offering)
    assert (play.scene.shopper, play.scene.offer) == ("anna", MUG)
    said = play.effects[-1]
    assert isinstance(said, AnnounceShown)
    assert said.choice
    considered = said.choice.considered
    assert considered
    assert (considered.selection.offers, considered.ranked) == ([BOOTS, MUG], [MUG])
    more = (*few, make_shopper("cleo", "outdoor"))
    play.send(ShoppersChanged(Crowd({shopper.key: shopper for shopper in (*town, *more)})))
    play.send(near("cleo"), at=10.0)
    assert (play.scene.shopper, play.scene.offer) == ("cleo", BOOTS)
