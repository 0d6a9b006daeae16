from datetime import timedelta
from decimal import Decimal

import msgspec
import pytest

from kiosk.contract.money import Money
from kiosk.contract.offer import Audience, Budget, Control
from kiosk.contract.rule import Condition, Visits
from kiosk.hub.domain.screens.enrolment import set_place
from kiosk.hub.models.catalogue.offer import Offer, find_offer
from kiosk.hub.models.store.store import get_store
from kiosk.hub.web.screen_answers import CatalogueAnswer
from tests.hub.running import RunningHub, make_bookmark

ADDRESS = "/v1/catalogue?store=berlin-mitte&screen=window-1"


def _read(running: RunningHub) -> CatalogueAnswer:
    return msgspec.json.decode(running.get(ADDRESS).content, type=CatalogueAnswer)


def test_the_catalogue_reads_as_the_screen_reads_it(running: RunningHub) -> None:
    catalogue = _read(running)

    assert (catalogue.store, len(catalogue.offers)) == ("berlin-mitte", 9)
    assert [item.offer for item in catalogue.playlist] == ["o-vase", "o-candle", "o-knits", "o-watch"]


def test_a_reduced_offer_states_its_evidence(running: RunningHub) -> None:
    mug = next(offer for offer in _read(running).offers if offer.id == "o-mug")
    amounts = [money and str(money.amount) for money in (mug.price, mug.was, mug.lowest_30d)]

    assert amounts == ["22.90", "29.90", "29.90"]


def test_an_offers_link_is_its_page_for_that_screen(running: RunningHub) -> None:
    offers = _read(running).offers

    assert {offer.link for offer in offers} == {
        f"{running.hub.settings.public_url}/offers/{offer.id}?screen=window-1" for offer in offers
    }


def test_a_catalogue_that_is_known_is_not_told_again(running: RunningHub) -> None:
    etag = running.get(ADDRESS).headers["ETag"]

    answer = running.get(ADDRESS, **{"If-None-Match": etag})

    assert (answer.status_code, answer.content, answer.headers["ETag"]) == (304, b"", etag)


def test_a_changed_catalogue_has_another_tag(running: RunningHub) -> None:
    etag = running.get(ADDRESS).headers["ETag"]
    with running.hub.database.write() as session:
        offer = find_offer(session, "o-vase")
        assert offer
        offer.title = {"de": "Vase", "en": "Vase"}

    assert running.get(ADDRESS, **{"If-None-Match": etag}).status_code == 200


def test_each_bookmark_takes_its_part_of_the_budget_and_changes_the_tag(running: RunningHub) -> None:
    before = running.get(ADDRESS).headers["ETag"]
    running.keep(make_bookmark())

    answer = running.get(ADDRESS, **{"If-None-Match": before})

    assert answer.status_code == 200
    mug = next(offer for offer in _read(running).offers if offer.id == "o-mug")
    assert mug.budget == Budget(Money(Decimal("693.00"), "EUR"), Money(Decimal("7.00"), "EUR"))


def test_a_control_group_is_told_with_the_salt_of_the_store(running: RunningHub) -> None:
    with running.hub.database.write() as session:
        session.get_one(Offer, "o-vase").control = Control(0.1, "autumn")
        salt = get_store(session, "berlin-mitte").control_salt

    vase = next(offer for offer in _read(running).offers if offer.id == "o-vase")
    assert len(salt) > 20
    assert vase.control == Control(0.1, "autumn", salt)


def test_an_audience_is_told_rule_by_rule(running: RunningHub) -> None:
    audience = Audience(all=("tea", Condition(visits=Visits(at_least=3))), none=(Condition(language=("fi",)),))
    with running.hub.database.write() as session:
        offer = find_offer(session, "o-vase")
        assert offer
        offer.audience = audience

    assert next(offer for offer in _read(running).offers if offer.id == "o-vase").audience == audience


def test_time_alone_does_not_change_the_catalogue(running: RunningHub) -> None:
    etag = running.get(ADDRESS).headers["ETag"]
    running.dial.turn(timedelta(hours=6))

    assert running.get(ADDRESS, **{"If-None-Match": etag}).status_code == 304


@pytest.mark.parametrize(
    ("address", "status", "code"),
    [
        ("/v1/catalogue?store=berlin-mitte&screen=window-2", 403, "not_yours"),
        ("/v1/catalogue?store=hamburg&screen=window-1", 403, "not_yours"),
        ("/v1/catalogue?store=berlin-mitte", 400, "malformed"),
    ],
)
def test_only_the_screens_own_catalogue_is_told(running: RunningHub, address: str, status: int, code: str) -> None:
    answer = running.get(address)

    assert (answer.status_code, answer.json()["code"]) == (status, code)


def test_the_stores_cap_on_contacts_is_told(running: RunningHub) -> None:
    before = _read(running)
    with running.hub.database.write() as session:
        get_store(session, "berlin-mitte").contacts_per_day = 6

    assert (before.contacts_per_day, _read(running).contacts_per_day) == (None, 6)


def test_a_screen_at_a_door_is_told_where_a_phone_comes_in_and_no_other(running: RunningHub) -> None:
    inside = _read(running).visit_url
    with running.hub.database.write() as session:
        set_place(session, "berlin-mitte", "window-1", "door")

    assert inside is None
    assert _read(running).visit_url == f"{running.hub.settings.public_url}/visit/berlin-mitte"
