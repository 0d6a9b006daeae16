from datetime import timedelta

from kiosk.hub.context import Hub
from kiosk.hub.delivery.circumstances import gather_month
from kiosk.hub.delivery.decision import Facts
from kiosk.hub.domain.consent.rung_phone import allow_this_phone
from kiosk.hub.domain.conversation.conversation import GRACE
from kiosk.hub.models.conversation.claim import get_claim_of, open_claim
from kiosk.hub.models.conversation.errand import find_due, note_sent
from kiosk.hub.models.conversation.message import MEMBER, Message, note_read
from kiosk.hub.models.conversation.push_subscription import PushSubscription
from tests.hub.delivery.post_room import permit
from tests.hub.running import NOW
from tests.hub.thread import keep_mug, say


def test_the_facts_are_those_of_the_message_the_channel_and_the_member(hub: Hub) -> None:
    bookmark = keep_mug(hub)
    say(hub, bookmark, "Ja")
    permit(hub, bookmark, "push")
    with hub.database.write() as session:
        errand = find_due(session, NOW + GRACE)
        assert errand
        message = session.get_one(Message, errand.message_id)
        before = gather_month(session, errand, message, NOW)
        note_read([message], MEMBER, NOW)
        note_sent(errand, NOW)
        session.flush()
        after = gather_month(session, errand, message, NOW)
        tomorrow = gather_month(session, errand, message, NOW + timedelta(days=1))

    assert before == Facts(NOW, is_read=False, is_allowed=True, is_awaited=True, sent_today=0, tries=0)
    assert (after.is_read, after.sent_today, tomorrow.sent_today) == (True, 1, 0)


def test_a_phone_that_is_not_known_as_hers_is_rung_by_what_was_allowed_on_it(hub: Hub) -> None:
    bookmark = keep_mug(hub)
    say(hub, bookmark, "Ja")
    with hub.database.write() as session:
        errand = find_due(session, NOW + GRACE)
        assert errand
        message = session.get_one(Message, errand.message_id)
        open_claim(get_claim_of(session, bookmark.id), "phone", NOW)
        session.add(PushSubscription(endpoint="https://e", browser_hash="phone", p256dh="p", auth="a"))
        session.flush()
        before = gather_month(session, errand, message, NOW)
        allow_this_phone(hub, session, bookmark, "phone")
        session.flush()
        after = gather_month(session, errand, message, NOW)
        errand.channel = "email"
        by_mail = gather_month(session, errand, message, NOW)

    assert (before.is_allowed, after.is_allowed, by_mail.is_allowed) == (False, True, False)
