from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from kiosk.hub.context import Hub
from kiosk.hub.domain.credentials.card_window import Kept, Shown, judge_taps, look_through
from kiosk.hub.domain.joining.account import Proof, enter_account
from kiosk.hub.domain.kept.bookmark import Tap, keep_offer
from kiosk.hub.models.catalogue.offer import Offer
from kiosk.hub.models.conversation.bookmark import Bookmark
from kiosk.hub.models.members.account import Account
from kiosk.hub.models.members.card_window import CardWindow, find_card_window, open_card_window
from kiosk.hub.models.members.credential import BROWSER, Credential, find_member
from kiosk.hub.models.members.member import Member
from kiosk.hub.sample.shop import FIRST_SCREEN, STORE
from tests.hub.running import NOW

CARD, OTHER = "a" * 64, "b" * 64
MINUTE = timedelta(minutes=1)


@pytest.mark.parametrize(
    ("kept", "shown"),
    [
        ((), Shown.NOTHING),
        ((("s_1", "o-mug"),), Shown.ONE_TAP),
        ((("s_1", "o-mug"), ("s_1", "o-mug")), Shown.ONE_TAP),
        ((("s_1", "o-mug"), ("s_1", "o-lamp")), Shown.ATTACHED),
        ((("s_1", "o-mug"), ("s_2", "o-lamp")), Shown.SEVERAL_CARDS),
        ((("s_1", "o-mug"), ("s_1", "o-lamp"), ("s_2", "o-mug")), Shown.SEVERAL_CARDS),
    ],
)
def test_two_offers_with_one_card_and_no_other_are_a_proof(kept: tuple[tuple[str, str], ...], shown: Shown) -> None:
    assert judge_taps(Kept(*one) for one in kept) is shown


class Window:
    """Mara's window, and the taps in it."""

    def __init__(self, hub: Hub, session: Session) -> None:
        self.hub, self.session, self._count = hub, session, 0
        self.account: Account = enter_account(hub, session, STORE, Proof("mara@example.com"), "de")
        open_card_window(session, self.account.member_key, NOW)

    def tap(self, offer: str, card: str = CARD, kind: str = "uid", at: timedelta = MINUTE) -> Bookmark:
        self._count += 1
        screen = None if kind == BROWSER else FIRST_SCREEN
        tap = Tap(f"b{self._count}", "f", kind, card, NOW + at, "de", screen=screen)
        return keep_offer(self.hub, self.session, self.session.get_one(Offer, offer), tap)

    def look(self) -> Shown:
        window: CardWindow | None = find_card_window(self.session, self.account.member_key, NOW)
        assert window
        return look_through(self.hub, self.session, self.account, window)

    def is_hers(self, card: str = CARD) -> bool:
        owner = find_member(self.session, STORE, "uid", card)
        return owner is not None and owner.key == self.account.member_key


def test_a_card_that_keeps_two_offers_is_hers_with_all_that_it_kept(hub: Hub) -> None:
    with hub.database.write() as session:
        window = Window(hub, session)
        first = window.tap("o-mug")
        assert (window.look(), window.is_hers()) == (Shown.ONE_TAP, False)

        window.tap("o-lamp")
        assert (window.look(), window.is_hers()) == (Shown.ATTACHED, True)
        assert first.member_key == window.account.member_key
        assert find_card_window(session, window.account.member_key, NOW) is None


def test_what_was_tapped_before_and_told_late_proves_nothing(hub: Hub) -> None:
    with hub.database.write() as session:
        window = Window(hub, session)
        window.tap("o-mug", at=-MINUTE)
        window.tap("o-lamp")

        assert window.look() is Shown.ONE_TAP


def test_where_two_cards_are_in_use_nobody_gets_either(hub: Hub) -> None:
    with hub.database.write() as session:
        window = Window(hub, session)
        window.tap("o-mug")
        window.tap("o-lamp")
        window.tap("o-mug", OTHER)

        assert window.look() is Shown.SEVERAL_CARDS
        assert (window.is_hers(CARD), window.is_hers(OTHER)) == (False, False)
        assert find_card_window(session, window.account.member_key, NOW) is None


def test_a_known_members_card_changes_hands_at_the_counter_alone(hub: Hub) -> None:
    with hub.database.write() as session:
        window = Window(hub, session)
        anna = session.scalars(select(Member).where(Member.visits == 1)).one()
        card = session.scalars(select(Credential).where(Credential.member_key == anna.key)).one()
        for offer in ("o-mug", "o-lamp"):
            window.tap(offer, card.value, card.kind)

        assert window.look() is Shown.NOTHING
        assert card.member_key == anna.key


def test_what_phones_keep_meanwhile_does_not_disturb(hub: Hub) -> None:
    with hub.database.write() as session:
        window = Window(hub, session)
        window.tap("o-mug", OTHER, BROWSER)
        window.tap("o-mug")
        window.tap("o-lamp")

        assert window.look() is Shown.ATTACHED
