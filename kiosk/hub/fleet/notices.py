"""Has the broker keep what each store says to everybody, for all its screens: what the database says, and only that."""

from kiosk.hub.context import Hub
from kiosk.hub.models.screens.notice import Notice, find_notice, note_taken
from kiosk.hub.models.store.store import list_stores
from kiosk.hub.mqtt.messages import name_notice_topic, write_notice


def hang_notices(hub: Hub) -> None:
    """Say all stores' notices again: a broker may have forgotten them, or remember what was withdrawn."""
    with hub.database.read() as session:
        stores = list_stores(session)
    for store in stores:
        hang_notice(hub, store.id)


def hang_notice(hub: Hub, store_id: str) -> bool:
    """Have the broker keep what the store says to everybody now, or nothing; whether it is known to."""
    # Read and said in one go, so that what is said last is what was decided last.
    with hub.telling:
        with hub.database.read() as session:
            notice = find_notice(session, store_id)
        is_taken = _say(hub, store_id, notice)
        if notice:
            with hub.database.write() as session:
                note_taken(session, notice, hub.now() if is_taken else None)
    return is_taken


def _say(hub: Hub, store_id: str, notice: Notice | None) -> bool:
    payload = b"" if notice is None or notice.withdrawn_at else write_notice(notice.text, notice.level, notice.until)
    return hub.line is not None and hub.line.say(name_notice_topic(store_id), payload, kept=True)
