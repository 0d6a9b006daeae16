from kiosk.hub.context import Hub
from kiosk.hub.models.screens.notice import Notice, find_notice, note_taken, withdraw_notice
from kiosk.hub.sample.shop import STORE
from tests.hub.running import NOW


def test_a_store_has_one_notice_or_none(hub: Hub) -> None:
    with hub.database.write() as session:
        assert find_notice(session, STORE) is None
        session.add(Notice(store_id=STORE, text={"de": "Halt"}, level="warning", until=NOW, sent_by="m", sent_at=NOW))
    with hub.database.read() as session:
        notice = find_notice(session, STORE)
        assert notice is not None
        assert (notice.text, notice.until) == ({"de": "Halt"}, NOW)


def test_what_was_decided_meanwhile_is_not_said_to_be_taken(hub: Hub) -> None:
    said = Notice(store_id=STORE, text={"de": "Halt"}, level="warning", until=None, sent_by="m", sent_at=NOW)
    with hub.database.write() as session:
        session.add(said)
    with hub.database.write() as session:
        withdraw_notice(session, STORE, NOW)
        note_taken(session, said, NOW)
        notice = find_notice(session, STORE)
        assert notice is not None
        assert (notice.withdrawn_at, notice.taken_at) == (NOW, None)


def test_a_withdrawal_of_nothing_is_nothing(hub: Hub) -> None:
    with hub.database.write() as session:
        withdraw_notice(session, STORE, NOW)
        assert find_notice(session, STORE) is None
