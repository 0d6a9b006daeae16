from kiosk.hub.context import Hub
from kiosk.hub.models.notice import Notice, find_notice
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
