from kiosk.hub.context import Hub
from kiosk.hub.domain.consent.allowance import MESSAGES_BY_PUSH, allow, may_message
from kiosk.hub.domain.consent.rung_phone import allow_this_phone, know_phone, list_rung_phones
from kiosk.hub.domain.conversation.page import make_page
from kiosk.hub.domain.joining.attachment import is_anonymous
from kiosk.hub.models.conversation.claim import get_claim_of, open_claim
from kiosk.hub.models.conversation.push_subscription import PushSubscription
from kiosk.hub.models.members.credential import BROWSER, add_browser, find_member, is_browser_of
from kiosk.hub.models.members.member import Member
from kiosk.hub.sample.shop import STORE
from tests.hub.thread import keep_mug


def test_what_a_phone_allows_is_allowed_by_nobody_else(hub: Hub) -> None:
    bookmark = keep_mug(hub)
    with hub.database.write() as session:
        for _ in range(2):
            allow_this_phone(hub, session, bookmark, "phone")
        holder = find_member(session, STORE, BROWSER, "phone")

        assert holder
        assert holder.key != bookmark.member_key
        assert may_message(session, holder.key, "push")
        assert not may_message(session, bookmark.member_key, "push")
        assert is_anonymous(session, holder.key)


def test_a_phone_that_is_known_as_hers_is_rung_on(hub: Hub) -> None:
    bookmark = keep_mug(hub)
    with hub.database.write() as session:
        allow_this_phone(hub, session, bookmark, "phone")
        session.flush()
        know_phone(hub, session, bookmark, "phone")
        session.flush()

        assert is_browser_of(session, STORE, "phone", bookmark.member_key)
        assert may_message(session, bookmark.member_key, "push")


def test_she_has_all_phones_rung_and_a_phone_but_itself(hub: Hub) -> None:
    bookmark = keep_mug(hub)
    with hub.database.write() as session:
        open_claim(get_claim_of(session, bookmark.id), "one", hub.now())
        add_browser(session, STORE, "two", bookmark.member_key)
        for name in ("one", "two"):
            session.add(PushSubscription(endpoint=name, browser_hash=name, p256dh="p", auth="a"))
        session.flush()
        counts = [len(list_rung_phones(session, make_page(bookmark)))]
        allow_this_phone(hub, session, bookmark, "one")
        counts.append(len(list_rung_phones(session, make_page(bookmark))))
        allow(hub, session, session.get_one(Member, bookmark.member_key), MESSAGES_BY_PUSH)
        session.flush()
        counts.append(len(list_rung_phones(session, make_page(bookmark))))

    assert counts == [0, 1, 2]
