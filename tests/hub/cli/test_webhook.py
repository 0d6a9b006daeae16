from collections.abc import Callable

import pytest

from kiosk.hub.cli.webhook import WebhookNotFound, add_webhook_commands
from kiosk.hub.context import Hub
from kiosk.hub.models.outside.webhook import Webhook, list_webhooks
from kiosk.hub.webhooks.destination import DestinationRefused
from kiosk.hub.webhooks.event import KINDS
from tests.hub.running import NOW
from tests.hub.terminal import type_command
from tests.hub.told_webhooks import add_events

Run = Callable[..., str]


@pytest.fixture
def run(hub: Hub, capsys: pytest.CaptureFixture[str]) -> Run:
    """Types a command to this hub's database; what it said."""

    def run(*words: str) -> str:
        assert type_command(add_webhook_commands, hub.settings.database, "webhook", *words) == 0
        return capsys.readouterr().out

    return run


def _find(hub: Hub) -> Webhook:
    with hub.database.read() as session:
        (webhook,) = list_webhooks(session)
    return webhook


def test_a_webhook_is_told_all_and_its_secret_is_said_once(run: Run, hub: Hub) -> None:
    said = run("add", "https://crm.example/events")
    webhook = _find(hub)

    assert (webhook.url, sorted(webhook.kinds), webhook.allows_private) == (
        "https://crm.example/events",
        sorted(KINDS),
        False,
    )
    assert said.splitlines()[-1] == webhook.secret
    assert webhook.secret not in run("list")


def test_a_webhook_is_told_what_is_asked_for(run: Run, hub: Hub) -> None:
    run("add", "http://crm.local", "--allow-private", "--events", "kiosk.message.written, kiosk.bookmark.kept")

    assert _find(hub).kinds == ["kiosk.bookmark.kept", "kiosk.message.written"]


@pytest.mark.parametrize(
    "words", [("http://crm.example",), ("https://u:p@crm.example",), ("crm.example",), ("file:///etc/passwd",)]
)
def test_an_address_that_may_be_told_nothing_is_refused(words: tuple[str, ...], run: Run) -> None:
    with pytest.raises(DestinationRefused):
        run("add", *words)


def test_an_event_that_there_is_not_is_refused(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        run("add", "https://crm.example", "--events", "kiosk.everything")
    assert "events are kiosk.bookmark.kept" in capsys.readouterr().err


def test_what_waits_and_what_failed_is_listed(run: Run, hub: Hub) -> None:
    run("add", "https://crm.example", "--events", "kiosk.bookmark.kept")
    webhook_id = _find(hub).id
    add_events(hub, webhook_id, "e1", "e2")
    with hub.database.write() as session:
        session.get_one(Webhook, webhook_id).tries = 3
    failing = run("list")
    with hub.database.write() as session:
        session.get_one(Webhook, webhook_id).disabled_at = NOW

    assert failing == f"{webhook_id}  https://crm.example  kiosk.bookmark.kept  2 waiting, failed 3 times\n"
    assert run("list") == f"{webhook_id}  https://crm.example  is disabled, for it answered 410\n"


def test_a_webhook_is_removed_with_what_waits_for_it(run: Run, hub: Hub) -> None:
    run("add", "https://crm.example")
    webhook_id = _find(hub).id
    add_events(hub, webhook_id, "e1", "e2")

    assert (
        run("remove", webhook_id)
        == f"{webhook_id} is told nothing any more; 2 events that waited for it were dropped.\n"
    )
    assert run("list") == ""
    with pytest.raises(WebhookNotFound, match="kiosk hub webhook list"):
        run("remove", webhook_id)
