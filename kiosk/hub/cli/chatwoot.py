"""The commands for a store's Chatwoot: `kiosk hub chatwoot check` and `status`; and the option that names it."""

from argparse import (
    ArgumentParser,
    Namespace,
    RawDescriptionHelpFormatter,
    _ActionsContainer,  # pyright: ignore[reportPrivateUsage] (a parser or a group of its options)
    _SubParsersAction,  # pyright: ignore[reportPrivateUsage] (argparse has no public name for it)
)
from pathlib import Path

from kiosk.hub.chatwoot.account import OPTION, Chatwoot, read_chatwoot
from kiosk.hub.chatwoot.client import Client
from kiosk.hub.chatwoot.examination import examine
from kiosk.hub.chatwoot.line import Line
from kiosk.hub.cli.command import add_database, open_begun_hub, say
from kiosk.hub.cli.message_guide import CHATWOOT
from kiosk.hub.context import read_clock
from kiosk.hub.models.outside.chatwoot_message import count_unsent, list_dead
from kiosk.hub.settings import HubSettings
from kiosk.hub.web.links import link_chatwoot


def add_chatwoot_option(parser: _ActionsContainer) -> None:
    """Let the command be told where the store answers, too."""
    parser.add_argument(
        OPTION,
        metavar="FILE",
        type=Path,
        help="the Chatwoot at which the store answers; `kiosk hub chatwoot` says more",
    )


def read_chatwoot_option(arguments: Namespace) -> Chatwoot | None:
    """The Chatwoot; `None`: none was named. Raises `ChatwootRefused`."""
    return None if arguments.chatwoot is None else read_chatwoot(arguments.chatwoot)


def add_chatwoot_commands(commands: "_SubParsersAction[ArgumentParser]") -> None:
    """Add `chatwoot` and its commands; each sets `run`, as `add_hub_commands` says."""
    chatwoot = commands.add_parser(
        "chatwoot",
        help="a Chatwoot at which the store answers",
        description=CHATWOOT,
        formatter_class=RawDescriptionHelpFormatter,
    )
    verbs = chatwoot.add_subparsers(required=True, metavar="COMMAND")
    check = verbs.add_parser("check", help="say what is wrong between the hub and it")
    check.add_argument("file", metavar="FILE", type=Path, help=f"what `kiosk hub serve {OPTION}` is given")
    check.add_argument("--public-url", metavar="URL", default="", help="how the hub is reached, as for `serve`")
    check.set_defaults(run=_check)
    status = verbs.add_parser("status", help="say what waits to be told there, and what was given up")
    add_database(status)
    status.set_defaults(run=_status)


def _check(arguments: Namespace) -> int:
    chatwoot = read_chatwoot(arguments.file)
    door = link_chatwoot(arguments.public_url.rstrip("/") or "https://HUB", chatwoot.door)
    findings = list(examine(Client(Line(chatwoot, read_clock)), chatwoot, door))
    for finding in findings:
        say(finding)
    if not findings:
        say("All is well: the hub and this Chatwoot can speak with each other.")
    return 1 if findings else 0


def _status(arguments: Namespace) -> int:
    with open_begun_hub(HubSettings(arguments.database)) as hub, hub.database.read() as session:
        say(f"{count_unsent(session)} messages wait to be told there.")
        for row in list_dead(session):
            say(f"message {row.message_id} was given up on {row.dead_at:%Y-%m-%d %H:%M} UTC: {row.why}")
    return 0
