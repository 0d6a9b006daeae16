from datetime import datetime, timedelta

from kiosk.hub.context import Hub
from kiosk.hub.models.outside.webhook import Webhook, find_webhook, list_due_webhooks, list_open_webhooks, list_webhooks
from kiosk.hub.sample.shop import STORE
from tests.hub.running import NOW


def _make(webhook_id: str, due_at: datetime = NOW, disabled_at: datetime | None = None) -> Webhook:
    return Webhook(
        id=webhook_id,
        store_id=STORE,
        url="https://crm.example",
        secret="whsec_",  # noqa: S106 - it signs nothing here
        kinds=["kiosk.bookmark.kept"],
        allows_private=False,
        made_at=NOW,
        due_at=due_at,
        disabled_at=disabled_at,
    )


def test_a_webhook_is_told_of_its_store_until_it_is_disabled(hub: Hub) -> None:
    with hub.database.write() as session:
        session.add_all([_make("open"), _make("late", NOW + timedelta(hours=1)), _make("disabled", disabled_at=NOW)])
        session.flush()

        assert [one.id for one in list_webhooks(session)] == ["disabled", "late", "open"]
        assert sorted(one.id for one in list_open_webhooks(session, STORE)) == ["late", "open"]
        assert list_open_webhooks(session, "another") == []
        assert [one.id for one in list_due_webhooks(session, NOW)] == ["open"]
        assert find_webhook(session, "late") is not None
        assert find_webhook(session, "none") is None
