"""`kiosk hub mail take`: a mail that the store's mail server hands over; and the options by which answers come in."""

import sys
from argparse import (
    ArgumentParser,
    ArgumentTypeError,
    Namespace,
    RawDescriptionHelpFormatter,
    _ActionsContainer,  # pyright: ignore[reportPrivateUsage] (a parser or a group of its options)
    _SubParsersAction,  # pyright: ignore[reportPrivateUsage] (argparse has no public name for it)
)
from collections.abc import Mapping
from types import MappingProxyType

from sqlalchemy.exc import DBAPIError

from kiosk.hub.cli.command import add_database, open_begun_hub, say
from kiosk.hub.cli.message_guide import MAIL
from kiosk.hub.domain.conversation.mail_reply import Outcome
from kiosk.hub.domain.conversation.reply_intake import take_whatever
from kiosk.hub.mail.letter import read_address
from kiosk.hub.mail.mail_server import FROM_OPTION, MailServer
from kiosk.hub.replies.arrival import MOST_BYTES
from kiosk.hub.replies.intake import PIPE, REPLIES_OPTION, TRUST_OPTION, Intake, read_intake
from kiosk.hub.settings import HubSettings

_TRY_AGAIN = 75
"""EX_TEMPFAIL of sysexits.h: the mail server keeps the mail, and hands it over later."""

_SAID: Mapping[Outcome, str] = MappingProxyType(
    {
        "heard": "It was an answer, and stands in the conversation.",
        "repeated": "It was taken before.",
        "automatic": "It was written by a program, and nobody reads it.",
        "empty": "It says nothing.",
        "unreadable": "It cannot be read: it was put aside.",
        "no_thread": "It answers no mail of the store's: it was put aside.",
        "stranger": "Its sender is not whom the store wrote to: it was put aside.",
        "unproven": "Nobody vouches for its sender: it was put aside.",
        "too_long": "It is longer than a message may be: it was put aside.",
    }
)


def add_reply_options(parser: _ActionsContainer) -> None:
    """Let the command be told how answers by mail come in."""
    parser.add_argument(
        REPLIES_OPTION,
        metavar="WHERE",
        help=f"where answers to mails arrive: imaps://HOST, or `{PIPE}` where `kiosk hub mail take` is handed them",
    )
    _add_trust(parser)


def _add_trust(parser: _ActionsContainer) -> None:
    parser.add_argument(
        TRUST_OPTION, metavar="NAME", help="the mail server whose Authentication-Results say who really sent a mail"
    )


def read_replies(arguments: Namespace, server: MailServer | None) -> Intake | None:
    """How answers come in; `None`: not at all. Raises `MailRefused`."""
    if arguments.mail_replies is None:
        return None
    return read_intake(arguments.mail_replies, server, arguments.mail_trust)


def add_mail_commands(commands: "_SubParsersAction[ArgumentParser]") -> None:
    """Add `mail` and its commands; each sets `run`, as `add_hub_commands` says."""
    mail = commands.add_parser(
        "mail", help="answers that come by mail", description=MAIL, formatter_class=RawDescriptionHelpFormatter
    )
    verbs = mail.add_subparsers(required=True, metavar="COMMAND")
    take = verbs.add_parser("take", help="take the mail that comes in by standard input")
    take.add_argument(
        FROM_OPTION, metavar="ADDRESS", type=_read_sender, required=True, help="as for `serve`: what mails come from"
    )
    _add_trust(take)
    add_database(take)
    take.set_defaults(run=_take)


def _read_sender(text: str) -> str:
    address = read_address(text)
    if address is None:
        message = "it must be an address such as hello@shop.example"
        raise ArgumentTypeError(message)
    return address


def _take(arguments: Namespace) -> int:
    raw = sys.stdin.buffer.read(MOST_BYTES + 1)
    while sys.stdin.buffer.read(MOST_BYTES):  # whoever hands it over wants to be rid of all of it
        pass
    intake = Intake(arguments.mail_from, arguments.mail_trust)
    with open_begun_hub(HubSettings(arguments.database)) as hub:
        try:
            say(_SAID[take_whatever(hub, intake, raw)])
        except DBAPIError:
            say("the database is busy or away: hand it over again")
            return _TRY_AGAIN
    return 0
