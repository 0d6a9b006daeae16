from datetime import timedelta

import pytest
from msgspec import Struct
from sqlalchemy.orm import Session

from kiosk.hub.context import Hub
from kiosk.hub.domain.handshake.card_ask import Seen, look_for_card
from kiosk.hub.domain.handshake.meeting import ask_by_card
from kiosk.hub.domain.kept.bookmark import Tap, keep_offer
from kiosk.hub.models.catalogue.offer import Offer
from kiosk.hub.models.handshake.card_ask import CardAsk, find_card_ask, open_card_ask
from kiosk.hub.models.handshake.handshake import Handshake
from kiosk.hub.models.members.credential import BROWSER
from kiosk.hub.models.members.member import Member
from kiosk.hub.sample.shop import FIRST_SCREEN, STORE
from tests.hub.domain.handshake.meetings import MINUTE, NILS, SAM
from tests.hub.running import NOW


def _wait(session: Session) -> CardAsk:
    open_card_ask(session, CardAsk(clerk_id=SAM.id, store_id=STORE, screen_id=FIRST_SCREEN, opened_at=NOW))
    found = find_card_ask(session, SAM.id, NOW)
    assert found
    return found


class Tapped(Struct, frozen=True):
    """A tap at a screen: with what, and how long after somebody began to wait there."""

    card: str = "a"
    screen: str = FIRST_SCREEN
    kind: str = "uid"
    after: timedelta = MINUTE


def _tap(hub: Hub, session: Session, tapped: Tapped = Tapped()) -> str:  # noqa: B008 # it is frozen
    name = f"b-{tapped.card}-{tapped.screen}"
    tap = Tap(name, "f", tapped.kind, tapped.card * 64, NOW + tapped.after, "de", tapped.screen)
    return keep_offer(hub, session, session.get_one(Offer, "o-lamp"), tap).member_key


def test_one_card_at_that_screen_asks_her_and_ends_the_waiting(hub: Hub) -> None:
    with hub.database.write() as session:
        waiting = _wait(session)
        nothing = look_for_card(hub, session, waiting, SAM)
        key = _tap(hub, session)
        handshake = look_for_card(hub, session, waiting, SAM)

        assert nothing is Seen.NOTHING
        assert isinstance(handshake, Handshake)
        assert (handshake.member_key, handshake.state, handshake.clerk) == (key, "asked", "sam")
        assert find_card_ask(session, SAM.id, NOW) is None


@pytest.mark.parametrize(
    "tapped", [Tapped(screen="window-2"), Tapped(kind=BROWSER), Tapped(after=timedelta(seconds=-1))]
)
def test_a_card_elsewhere_a_phone_and_what_was_before_are_none(hub: Hub, tapped: Tapped) -> None:
    with hub.database.write() as session:
        waiting = _wait(session)
        _tap(hub, session, tapped)

        assert look_for_card(hub, session, waiting, SAM) is Seen.NOTHING


def test_several_cards_prove_nothing_of_any(hub: Hub) -> None:
    with hub.database.write() as session:
        waiting = _wait(session)
        for card in "ac":
            _tap(hub, session, Tapped(card))

        assert look_for_card(hub, session, waiting, SAM) is Seen.SEVERAL_CARDS
        assert find_card_ask(session, SAM.id, NOW) is None


def test_whom_a_colleague_advises_already_is_not_asked(hub: Hub) -> None:
    with hub.database.write() as session:
        waiting = _wait(session)
        ask_by_card(hub, session, session.get_one(Member, _tap(hub, session)), NILS)

        assert look_for_card(hub, session, waiting, SAM) is Seen.TAKEN
