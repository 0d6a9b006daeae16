"""The commands for systems that are told what happens: `kiosk hub webhook add`, `list` and `remove`."""

from argparse import (
    ArgumentParser,
    ArgumentTypeError,
    Namespace,
    RawDescriptionHelpFormatter,
    _SubParsersAction,  # pyright: ignore[reportPrivateUsage] (argparse has no public name for it)
)

from kiosk.errors import KioskError
from kiosk.hub.cli.command import add_database, note_first, open_begun_hub, say
from kiosk.hub.cli.guide import WEBHOOK
from kiosk.hub.cli.store import pick_store
from kiosk.hub.models.outside.webhook import Webhook, find_webhook, list_webhooks
from kiosk.hub.models.outside.webhook_event import count_waiting, drop_events
from kiosk.hub.settings import HubSettings
from kiosk.hub.webhooks.destination import check_url
from kiosk.hub.webhooks.event import KINDS
from kiosk.hub.webhooks.signature import make_secret

_ID_LETTERS = 8


class WebhookNotFound(KioskError):
    """No webhook has this id; the text says how to see which there are."""

    def __init__(self) -> None:
        super().__init__("no webhook has this id: `kiosk hub webhook list` says which there are")


def add_webhook_commands(commands: "_SubParsersAction[ArgumentParser]") -> None:
    """Add `webhook` and its commands; each sets `run`, as `add_hub_commands` says."""
    webhook = commands.add_parser(
        "webhook",
        help="other systems that are told what happens",
        description=WEBHOOK,
        formatter_class=RawDescriptionHelpFormatter,
    )
    verbs = webhook.add_subparsers(required=True, metavar="COMMAND")
    _add_add(verbs)
    listing = verbs.add_parser("list", help="say which there are, and how many events wait for each")
    add_database(listing)
    listing.set_defaults(run=_list)
    removal = verbs.add_parser("remove", help="tell it nothing any more")
    removal.add_argument("webhook", metavar="ID", help="as `list` names it")
    add_database(removal)
    removal.set_defaults(run=note_first("hub webhook remove", _remove))


def _add_add(verbs: "_SubParsersAction[ArgumentParser]") -> None:
    add = verbs.add_parser("add", help="tell an address from now on, and print the secret that it checks by")
    add.add_argument("url", metavar="URL", help="where to, for example https://crm.example/events")
    kinds = f"which, with commas between them (default: all): {', '.join(KINDS)}"
    add.add_argument("--events", metavar="KINDS", type=_read_kinds, default=list(KINDS), help=kinds)
    add.add_argument("--allow-private", action="store_true", help="it may lie in the store's own network, without TLS")
    add.add_argument("--store", metavar="ID", help="of which store, where there are several")
    add_database(add)
    add.set_defaults(run=note_first("hub webhook add", _add))


def _read_kinds(text: str) -> list[str]:
    kinds = [kind.strip() for kind in text.split(",")]
    if not set(kinds) <= set(KINDS):
        message = f"events are {', '.join(KINDS)}"
        raise ArgumentTypeError(message)
    return sorted(set(kinds))


def _add(arguments: Namespace) -> int:
    check_url(arguments.url, allows_private=arguments.allow_private)
    with open_begun_hub(HubSettings(arguments.database)) as hub, hub.database.write() as session:
        now = hub.now()
        webhook = Webhook(
            id=f"w_{hub.mint()[:_ID_LETTERS]}",
            store_id=pick_store(session, arguments.store).id,
            url=arguments.url,
            secret=make_secret(hub.mint()),
            kinds=arguments.events,
            allows_private=arguments.allow_private,
            made_at=now,
            due_at=now,
        )
        session.add(webhook)
    say(f"{webhook.id} is told {', '.join(webhook.kinds)}. It checks them by this secret, which is said this once:\n")
    say(webhook.secret)
    return 0


def _list(arguments: Namespace) -> int:
    with open_begun_hub(HubSettings(arguments.database)) as hub, hub.database.read() as session:
        waiting = count_waiting(session)
        for webhook in list_webhooks(session):
            say(f"{webhook.id}  {webhook.url}  {_describe(webhook, waiting.get(webhook.id, 0))}")
    return 0


def _describe(webhook: Webhook, waiting: int) -> str:
    if webhook.disabled_at:
        return "is disabled, for it answered 410"
    failing = f", failed {webhook.tries} times" if webhook.tries else ""
    return f"{', '.join(webhook.kinds)}  {waiting} waiting{failing}"


def _remove(arguments: Namespace) -> int:
    with open_begun_hub(HubSettings(arguments.database)) as hub, hub.database.write() as session:
        webhook = find_webhook(session, arguments.webhook)
        if webhook is None:
            raise WebhookNotFound
        dropped = drop_events(session, webhook.id)
        session.delete(webhook)
    say(f"{arguments.webhook} is told nothing any more; {dropped} events that waited for it were dropped.")
    return 0
