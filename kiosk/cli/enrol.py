"""`kiosk enrol`: has this screen let in from a terminal, where nobody stands before the glass."""

import argparse
import shlex
import sys
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

from kiosk.cli.arguments import Subparsers
from kiosk.cli.main import add_settings_options
from kiosk.errors import KioskError
from kiosk.settings import Settings

if TYPE_CHECKING:  # loaded where it is used
    from kiosk.loyalty.admission import Standing

DESCRIPTION = """\
Have this screen let in by the loyalty system, without showing it.

It says a code and waits until a manager approves it, at the hub's console or with `kiosk hub screen approve CODE`. Then
it keeps the token where loyalty.token_file says, or in the state folder, readable by its owner alone; and beside it
which store and screen this is, and its zones, which the settings then need not name. `kiosk run` does the same on the
glass, by itself.

  kiosk enrol --set loyalty.url=https://hub.shop.example --set state.dir=/var/lib/vitrine-kiosk

A screen whose token was revoked asks for no other by itself. To have it let in again: stop it, and

  kiosk enrol --config /etc/vitrine/kiosk.toml --anew

Run it as the user that the screen runs as, for the files are that user's alone."""


class AlreadyEnrolled(KioskError):
    """There is a token; the text says how to have another."""

    def __init__(self) -> None:
        super().__init__("this screen holds a token already; to have it let in again, add --anew")


def add_command(subparsers: Subparsers) -> None:
    """Add the command."""
    parser = subparsers.add_parser(
        "enrol",
        help="have this screen let in, without showing it",
        description=DESCRIPTION,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--anew", action="store_true", help="even if it holds a token, which is then replaced")
    add_settings_options(parser)
    parser.set_defaults(run=enrol)


def enrol(args: argparse.Namespace, settings: Settings) -> int:
    """Ask until the screen is in. Raises `KioskError`."""
    from kiosk.app.files.state_lock import StateLock  # noqa: PLC0415 # only this command needs it
    from kiosk.app.rooms.enrolment import make_applicant  # noqa: PLC0415 # loads the network's modules
    from kiosk.settings.enrolled import awaits_enrolment  # noqa: PLC0415 # only this command needs it

    if not args.anew and not awaits_enrolment(settings):
        raise AlreadyEnrolled
    lock = StateLock(settings.state.dir)
    lock.take()
    try:
        ask_on(make_applicant(settings, _Teller(settings.loyalty.url, _write_start(args)).tell).look)
    finally:
        lock.release()
    return 0


def _write_start(args: argparse.Namespace) -> str:
    """The command that starts the screen that was let in, by the very settings that were given here."""
    config = ["--config", str(args.config)] if args.config else []
    return shlex.join(["kiosk", "run", *config, *(word for one in args.set for word in ("--set", one))])


def ask_on(look: Callable[[], float | None]) -> None:
    """Look again and again until there is nothing more to ask."""
    pause = threading.Event()
    while (wait_s := look()) is not None:
        pause.wait(wait_s)


class _Teller:
    """Says at the terminal how it stands, each thing once."""

    def __init__(self, url: str, start: str) -> None:
        self._url = url
        self._start = start
        self._said = ""

    def tell(self, standing: "Standing") -> None:
        if standing.is_in:
            text = f"The screen is let in. Start it: {self._start}"
        elif standing.trouble:
            text = f"{self._url} cannot be asked now ({standing.trouble}); trying again."
        elif standing.code:
            text = f"Approve the code {standing.code} at {standing.approve_at or self._url}"
        else:
            text = "That code lapsed; here comes another."
        if text != self._said:
            self._said = text
            sys.stdout.write(f"{text}\n")
            sys.stdout.flush()
