"""`kiosk hub openapi`: the description of the API, for who builds a client without a hub at hand."""

import json
from argparse import (
    ArgumentParser,
    Namespace,
    _SubParsersAction,  # pyright: ignore[reportPrivateUsage] (argparse has no public name for it)
)

from kiosk.hub.app import create_app
from kiosk.hub.cli.command import say
from kiosk.hub.context import Hub
from kiosk.hub.database import open_database
from kiosk.hub.settings import HubSettings

_ABOUT = "Prints what a running hub publishes at /openapi.json: every operation of its API, as OpenAPI 3.1."


def add_openapi_command(commands: "_SubParsersAction[ArgumentParser]") -> None:
    """Add the command."""
    command = commands.add_parser("openapi", help="print the description of the API", description=_ABOUT)
    command.set_defaults(run=_print_description)


def _print_description(_arguments: Namespace) -> int:
    app = create_app(Hub(HubSettings(), open_database("sqlite://")))  # it is never asked for anything
    say(json.dumps(app.openapi(), indent=2, ensure_ascii=False))
    return 0
