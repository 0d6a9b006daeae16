import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from kiosk.hub.context import Hub
from kiosk.hub.domain.basket.change import Add, change_basket
from kiosk.hub.domain.benefits.ledger import Cause, make_gift, post
from kiosk.hub.domain.consent.allowance import MESSAGES_BY_PUSH, allow, may_message
from kiosk.hub.domain.handshake.meeting import Clerk, ask_by_card
from kiosk.hub.domain.joining.account import Proof, enter_account
from kiosk.hub.domain.joining.attachment import attach_anonymous, attach_phone, hold_pages, is_anonymous
from kiosk.hub.domain.kept.bookmark import Tap, keep_offer
from kiosk.hub.domain.visit.visit import Arrival, check_in, find_running
from kiosk.hub.models.basket.basket_line import list_basket_lines
from kiosk.hub.models.benefits.ledger_account import list_accounts
from kiosk.hub.models.catalogue.offer import Offer
from kiosk.hub.models.conversation.bookmark import Bookmark
from kiosk.hub.models.conversation.claim import Claim, get_claim_of, open_claim
from kiosk.hub.models.conversation.conversation import Conversation
from kiosk.hub.models.conversation.message import Message
from kiosk.hub.models.handshake.handshake import list_asked
from kiosk.hub.models.handshake.size import find_sizes, set_sizes
from kiosk.hub.models.members.account import Account
from kiosk.hub.models.members.credential import BROWSER, Credential, find_member
from kiosk.hub.models.members.member import Member
from kiosk.hub.sample.shop import FIRST_SCREEN, STORE
from tests.hub.domain.basket.goods import PEN, stock
from tests.hub.domain.pickup.orders import add_shop, place
from tests.hub.running import NOW

PHONE = "f" * 64
CARD = ("uid", "a" * 64)
BY_PHONE = (BROWSER, PHONE)


def _keep(hub: Hub, session: Session, name: str, with_what: tuple[str, str] = CARD, offer: str = "o-mug") -> Bookmark:
    kind, proof = with_what
    tap = Tap(name, "f", kind, proof, NOW, "de", screen=None if kind == BROWSER else FIRST_SCREEN)
    return keep_offer(hub, session, session.get_one(Offer, offer), tap)


def _enter(hub: Hub, session: Session) -> Account:
    return enter_account(hub, session, STORE, Proof("mara@example.com"), "de")


def _count(session: Session, table: type[Bookmark | Message | Credential], key: str = "") -> int:
    query = select(func.count()).select_from(table)
    if key and table is not Message:
        query = query.where(table.member_key == key)  # type: ignore[union-attr] # a message has none, and is not asked
    return session.scalar(query) or 0


def test_all_that_a_phone_kept_by_itself_comes_along_in_the_order_it_was_said(hub: Hub) -> None:
    with hub.database.write() as session:
        for name, offer in (("1", "o-mug"), ("2", "o-lamp")):
            _keep(hub, session, name, BY_PHONE, offer)
        said = list(session.scalars(select(Message.text).order_by(Message.id)))
        account = _enter(hub, session)

        assert attach_phone(hub, session, account, PHONE) == 2
        assert _count(session, Bookmark, account.member_key) == 2
        thread = session.scalars(select(Conversation).where(Conversation.member_key == account.member_key)).one()
        hers = select(Message.text).where(Message.conversation_id == thread.id).order_by(Message.id)
        assert list(session.scalars(hers)) == said
        assert find_member(session, STORE, BROWSER, PHONE) is None


def test_attached_twice_is_attached_once(hub: Hub) -> None:
    with hub.database.write() as session:
        _keep(hub, session, "1", BY_PHONE)
        account = _enter(hub, session)

        assert [attach_phone(hub, session, account, PHONE) for _ in range(2)] == [1, 0]
        assert _count(session, Message) == 1


def test_of_a_card_comes_what_was_opened_here_and_neither_the_card_nor_the_rest(hub: Hub) -> None:
    with hub.database.write() as session:
        opened, other = _keep(hub, session, "1"), _keep(hub, session, "2", offer="o-lamp")
        open_claim(get_claim_of(session, "1"), PHONE, NOW)
        session.flush()
        account = _enter(hub, session)
        card = find_member(session, STORE, *CARD)

        assert card
        assert attach_phone(hub, session, account, PHONE) == 1
        assert (opened.member_key, other.member_key) == (account.member_key, card.key)
        assert opened.conversation_id != other.conversation_id
        assert find_member(session, STORE, *CARD) is card


def test_of_a_member_who_is_known_nothing_comes_to_whoever_saw_her_code(hub: Hub) -> None:
    with hub.database.write() as session:
        anna = session.scalars(select(Member).where(Member.visits == 1)).one()
        card = session.scalars(select(Credential).where(Credential.member_key == anna.key)).one()
        kept = _keep(hub, session, "1", (card.kind, card.value))
        open_claim(get_claim_of(session, "1"), PHONE, NOW)
        session.flush()
        account = _enter(hub, session)

        assert attach_phone(hub, session, account, PHONE) == 0
        assert attach_anonymous(hub, session, anna, account) == 0
        assert kept.member_key == anna.key


def test_who_may_be_rung_before_she_joins_loses_nothing_and_is_rung_on(hub: Hub) -> None:
    with hub.database.write() as session:
        kept = _keep(hub, session, "1", BY_PHONE)
        allow(hub, session, session.get_one(Member, kept.member_key), MESSAGES_BY_PUSH)
        account = _enter(hub, session)

        assert attach_phone(hub, session, account, PHONE) == 1
        session.refresh(kept)
        assert (kept.member_key, may_message(session, account.member_key, "push")) == (account.member_key, True)


def test_an_anonymous_card_brings_what_was_kept_and_earned_with_it(hub: Hub) -> None:
    with hub.database.write() as session:
        _keep(hub, session, "1")
        card = find_member(session, STORE, *CARD)
        assert card
        post(session, STORE, make_gift(Cause("k", "r", "b"), "points", card.key, 30), NOW)
        account = _enter(hub, session)

        assert attach_anonymous(hub, session, card, account) == 1
        assert _count(session, Credential, account.member_key) == 1
        balances = {
            key: [purse.balance for purse in list_accounts(session, STORE, "member", key)]
            for key in (card.key, account.member_key)
        }
        assert balances == {card.key: [0], account.member_key: [30]}


def test_the_pages_of_all_that_is_hers_are_read_where_she_signs_in(hub: Hub) -> None:
    with hub.database.write() as session:
        _keep(hub, session, "1", BY_PHONE)
        _keep(hub, session, "2")
        account = _enter(hub, session)
        attach_phone(hub, session, account, PHONE)
        hold_pages(session, account, "new phone", NOW)

        held = dict(session.execute(select(Claim.bookmark_id, Claim.browser_hash)).all())
        assert held == {"1": "new phone", "2": None}


@pytest.mark.parametrize("visits", [1, 2, 3])
def test_who_allowed_more_than_messages_is_not_anonymous(hub: Hub, visits: int) -> None:
    with hub.database.read() as session:
        member = session.scalars(select(Member).where(Member.visits == visits)).one()

        assert not is_anonymous(session, member.key)


def test_who_saw_what_of_her_and_her_sizes_come_along(hub: Hub) -> None:
    with hub.database.write() as session:
        member = session.get_one(Member, _keep(hub, session, "1").member_key)
        handshake = ask_by_card(hub, session, member, Clerk("w_sam", "sam"))
        set_sizes(session, member.key, [member.key], "38")
        account = _enter(hub, session)
        attach_anonymous(hub, session, member, account)
        session.expire_all()

        assert list_asked(session, [account.member_key]) == [handshake]
        assert find_sizes(session, [account.member_key]) == "38"


def test_who_came_in_filled_a_basket_and_ordered_before_she_joined_goes_on_with_all_of_it(hub: Hub) -> None:
    with hub.database.write() as session:
        _keep(hub, session, "1", BY_PHONE)
        stock(session)
        before = find_member(session, STORE, BROWSER, PHONE)
        assert before
        check_in(hub, session, before, Arrival("phone", NOW))
        change_basket(hub, session, before, "c-1", Add(PEN))
        pickup = place(hub, session, add_shop(session), before.key)
        account = _enter(hub, session)
        attach_phone(hub, session, account, PHONE)
        session.expire_all()
        after = session.get_one(Member, account.member_key)

        assert find_running(hub, session, after)
        assert [line.code for line in list_basket_lines(session, [after.key])] == [PEN]
        assert pickup.member_key == after.key
