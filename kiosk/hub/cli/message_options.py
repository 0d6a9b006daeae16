"""The options by which members are written to: the key that rings phones, and when and how often it may be."""

import re
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from datetime import time
from pathlib import Path

from kiosk.hub.cli.chatwoot import add_chatwoot_option
from kiosk.hub.context import Hub
from kiosk.hub.manners import Manners, QuietHours
from kiosk.hub.models.attribution.campaign import find_campaign
from kiosk.hub.push.push_service import CONTACT_OPTION, KEY_OPTION, PushService, read_push_service
from kiosk.hub.rules import RULES_OPTION, SHIPPED, Rule, RulesRefused, parse_rules

_DEFAULT = Manners()
_HOURS = re.compile(r"([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-3]):([0-5]\d)")
_MOST_PER_DAY = 100


def add_message_options(parser: ArgumentParser) -> None:
    """Let the command be told how members are written to."""
    group = parser.add_argument_group("how members are written to who do not look at their page")
    group.add_argument(
        KEY_OPTION, metavar="FILE", type=Path, help="the key that rings phones; `kiosk hub push-key FILE` makes one"
    )
    group.add_argument(CONTACT_OPTION, metavar="URL", help="whom a push service may ask, as mailto:it@shop.example")
    group.add_argument(
        RULES_OPTION,
        metavar="FILE",
        type=Path,
        default=SHIPPED,
        help=f"what the hub writes by itself (default: {SHIPPED.name} as it ships, a commented file to begin with)",
    )
    group.add_argument(
        "--quiet-hours",
        metavar="HH:MM-HH:MM",
        type=_read_hours,
        default=_DEFAULT.quiet,
        help="when nobody is written to, by the store's clocks (default: 20:00-08:00; 00:00-00:00: never quiet)",
    )
    group.add_argument(
        "--messages-per-day",
        metavar="COUNT",
        type=_read_count,
        default=_DEFAULT.per_day,
        help="messages that a member did not wait for, by all channels together (default: %(default)s)",
    )
    add_chatwoot_option(group)


def read_rules(arguments: Namespace) -> tuple[Rule, ...]:
    """What the hub writes by itself. Raises `RulesRefused`."""
    try:
        return parse_rules(arguments.rules.read_bytes())
    except OSError as error:
        msg = "cannot be read"
        raise RulesRefused(msg) from error


def require_campaigns(hub: Hub) -> None:
    """Raise `RulesRefused` where a rule names a campaign that there is not: its link would lead members nowhere."""
    with hub.database.read() as session:
        for rule in hub.settings.rules:
            if rule.campaign and find_campaign(session, rule.campaign) is None:
                msg = f"{rule.name}: no campaign has the code {rule.campaign}; see `kiosk hub campaign list`"
                raise RulesRefused(msg)


def read_push(arguments: Namespace) -> PushService | None:
    """What rings phones; `None`: no key was named. Raises `PushRefused`."""
    return None if arguments.push_key is None else read_push_service(arguments.push_key, arguments.push_contact)


def read_manners(arguments: Namespace) -> Manners:
    """When and how often members are written to."""
    return Manners(arguments.quiet_hours, arguments.messages_per_day)


def _read_hours(text: str) -> QuietHours:
    found = _HOURS.fullmatch(text)
    if found is None:
        message = "quiet hours are two times, such as 20:00-08:00"
        raise ArgumentTypeError(message)
    begin_hour, begin_minute, end_hour, end_minute = map(int, found.groups())
    return QuietHours(time(begin_hour, begin_minute), time(end_hour, end_minute))


def _read_count(text: str) -> int:
    count = int(text) if text.isdecimal() else -1
    if not 0 <= count <= _MOST_PER_DAY:
        message = f"messages in a day are a number from 0 to {_MOST_PER_DAY}"
        raise ArgumentTypeError(message)
    return count
