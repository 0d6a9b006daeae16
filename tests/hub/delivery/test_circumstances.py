from datetime import timedelta

from kiosk.hub.context import Hub
from kiosk.hub.delivery.circumstances import gather_facts
from kiosk.hub.delivery.decision import Facts
from kiosk.hub.domain.conversation import GRACE
from kiosk.hub.models.errand import find_due, note_sent
from kiosk.hub.models.message import MEMBER, Message, note_read
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
        before = gather_facts(session, errand, message, bookmark.member_key, NOW)
        note_read([message], MEMBER, NOW)
        note_sent(errand, NOW)
        session.flush()
        after = gather_facts(session, errand, message, bookmark.member_key, NOW)
        tomorrow = gather_facts(session, errand, message, bookmark.member_key, NOW + timedelta(days=1))

    assert before == Facts(NOW, is_read=False, is_allowed=True, is_awaited=True, sent_today=0, tries=0)
    assert (after.is_read, after.sent_today, tomorrow.sent_today) == (True, 1, 0)
