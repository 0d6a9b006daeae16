from collections.abc import Callable
from decimal import Decimal

import pytest

from kiosk.contract.money import Money
from kiosk.contract.offer import Budget, Control
from kiosk.hub.cli.offer import add_offer_commands
from kiosk.hub.cli.offer_change import OfferNotFound, PlanRefused
from kiosk.hub.context import Hub
from kiosk.hub.domain.kept.bookmark import Tap, keep_offer
from kiosk.hub.models.catalogue.offer import Offer
from kiosk.hub.models.store.store import get_store
from kiosk.hub.sample.shop import STORE
from tests.hub.running import A_HASH, NOW
from tests.hub.terminal import type_command

Run = Callable[..., str]


@pytest.fixture
def run(hub: Hub, capsys: pytest.CaptureFixture[str]) -> Run:
    """Types a command to this hub's database; what it said."""

    def run(*words: str) -> str:
        assert type_command(add_offer_commands, hub.settings.database, "offer", *words) == 0
        return capsys.readouterr().out

    return run


def _find(hub: Hub, name: str) -> Offer:
    with hub.database.read() as session:
        return session.get_one(Offer, name)


def test_a_budget_is_set_and_taken_away(run: Run, hub: Hub) -> None:
    said = run("budget", "o-vase", "90.50", "--each", "5")
    offer = _find(hub, "o-vase")
    run("budget", "o-vase")

    assert said == "o-vase has 90.50 EUR for its bookmarks.\n"
    assert offer.budget == Budget(Money(Decimal("90.50"), "EUR"), Money(Decimal(5), "EUR"))
    assert _find(hub, "o-vase").budget is None
    assert (offer.version, _find(hub, "o-vase").version) == (2, 3)


def test_a_control_group_is_set_and_taken_away(run: Run, hub: Hub) -> None:
    said = run("control", "o-vase", "12.5%", "--campaign", "spring")
    control = _find(hub, "o-vase").control
    run("control", "o-vase")

    assert said == "o-vase is never shown to 12.5% of shoppers.\n"
    assert control == Control(0.125, "spring")
    assert _find(hub, "o-vase").control is None


def test_a_campaign_has_one_share_for_all_of_its_offers(run: Run, hub: Hub) -> None:
    run("control", "o-vase", "20", "--campaign", "spring")
    run("control", "o-mug", "20", "--campaign", "spring")
    with pytest.raises(PlanRefused, match="give the same, or first take theirs away"):
        run("control", "o-mug", "20.2", "--campaign", "spring")
    assert _find(hub, "o-mug").control == Control(0.2, "spring")

    run("control", "o-vase")
    run("control", "o-mug", "20.2", "--campaign", "spring")
    assert _find(hub, "o-mug").control == Control(0.202, "spring")


def test_a_campaign_that_is_called_like_an_offer_is_drawn_like_that_offer(run: Run) -> None:
    run("control", "o-mug", "20")

    with pytest.raises(PlanRefused):
        run("control", "o-vase", "30", "--campaign", "o-mug")


def test_it_is_listed_what_offers_may_still_cost(run: Run, hub: Hub) -> None:
    with hub.database.write() as session:
        keep_offer(hub, session, session.get_one(Offer, "o-mug"), Tap("b", "f", "uid", A_HASH, NOW, "de"))
    run("control", "o-mug", "10")

    listed = run("list").splitlines()

    assert "berlin-mitte  o-mug  kept 1  budget 693.00 of 700.00 EUR left  held out 10.0%" in listed
    assert "berlin-mitte  o-vase  kept 0" in listed
    assert len(listed) == 9


@pytest.mark.parametrize(
    "words",
    [("90",), ("-1", "--each", "5"), ("90", "--each", "0"), ("NaN", "--each", "5"), ("1e9", "--each", "5")],
)
def test_a_budget_that_is_none_is_refused_and_changes_nothing(run: Run, hub: Hub, words: tuple[str, ...]) -> None:
    with pytest.raises(PlanRefused, match="with --each"):
        run("budget", "o-mug", *words)
    assert _find(hub, "o-mug").version == 1


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("budget", "o-mug", "much"), "an amount is written as 12.90"),
        (("control", "o-mug", "101"), "a share is from 0 to 100 percent"),
        (("control", "o-mug", "half"), "an amount is written as 12.90"),
        (("contacts", "0"), "a shopper is shown 1 to 1000 offers in a day"),
        (("contacts", "many"), "a shopper is shown 1 to 1000 offers in a day"),
    ],
)
def test_what_is_no_figure_is_refused(
    run: Run, words: tuple[str, ...], why: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        run(*words)
    assert why in capsys.readouterr().err


def test_contacts_are_capped_and_left_to_the_screens_again(run: Run, hub: Hub) -> None:
    capped = run("contacts", "6", "--store", STORE)
    with hub.database.read() as session:
        most = get_store(session, STORE).contacts_per_day

    assert (capped, most) == ("berlin-mitte: 6.\n", 6)
    assert run("contacts") == "berlin-mitte: as the screens are set.\n"


def test_an_offer_that_there_is_not_has_no_budget(run: Run) -> None:
    with pytest.raises(OfferNotFound, match="kiosk hub offer list"):
        run("budget", "o-none", "9", "--each", "1")
