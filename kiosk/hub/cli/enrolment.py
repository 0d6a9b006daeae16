"""`kiosk hub approve`: lets a new screen in."""

from argparse import (
    ArgumentParser,
    Namespace,
    _SubParsersAction,  # pyright: ignore[reportPrivateUsage] (argparse has no public name for it)
)

from kiosk.hub.cli.command import add_database, open_begun_hub, say
from kiosk.hub.cli.guide import APPROVE
from kiosk.hub.domain.enrolment import approve_code
from kiosk.hub.settings import HubSettings


def add_approve_command(commands: "_SubParsersAction[ArgumentParser]") -> None:
    """Add the command."""
    approve = commands.add_parser("approve", help="let a new screen in by the code that it shows", description=APPROVE)
    approve.add_argument("code", help="the code, with or without its dashes")
    approve.add_argument("--screen", metavar="ID", help="which screen it is to be")
    add_database(approve)
    approve.set_defaults(run=_approve)


def _approve(arguments: Namespace) -> int:
    with open_begun_hub(HubSettings(arguments.database)) as hub:
        screen = approve_code(hub, arguments.code, arguments.screen)
    say(f"Screen {screen.id} of store {screen.store_id} may come in.")
    return 0
