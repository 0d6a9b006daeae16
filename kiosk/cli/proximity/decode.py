"""`kiosk proximity decode`: says what the messages of gateways mean."""

import argparse
import sys
import time

from kiosk.cli.arguments import Subparsers
from kiosk.errors import SettingRefused
from kiosk.proximity.decode import LineDecoder
from kiosk.proximity.generic import Generic
from kiosk.proximity.makes import ALL_MAKES, PROFILES
from kiosk.settings.proximity import Mapping

GENERIC = "generic"
DESCRIPTION = """\
Read messages as lines of JSON on standard input, {"topic": ..., "payload": ...} with "encoding": "hex" where the
payload is no text, and write what they say as one line of JSON each:
{"profile": ..., "sightings": [{"device", "zone", "distance_m", "rssi", "kind": "seen" or "left"}]}, or no sightings
and "ignored" with the reason. A topic of null is an unknown one. "late" says why a screen that heard this now would
pass it over: its gateway heard it too long ago.

example:
  mosquitto_sub -t 'espresense/devices/#' -F '{"topic":"%t","payload":"%x","encoding":"hex"}' |
    kiosk proximity decode"""


def add_decode_command(subparsers: Subparsers) -> None:
    """Add the sub-command."""
    parser = subparsers.add_parser(
        "decode",
        help="say what messages mean",
        description=DESCRIPTION,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "--profile",
        metavar="MAKE",
        choices=[ALL_MAKES, *PROFILES, GENERIC],
        default=ALL_MAKES,
        help="the make of gateway (auto: found out by message), one of %(choices)s",
    )
    parser.add_argument(
        "--map",
        action="append",
        default=[],
        metavar="NAME=VALUE",
        help="for generic: a setting of [mapping], such as device=beacon.id (see `kiosk settings`)",
    )
    parser.set_defaults(run=decode_lines)


def decode_lines(args: argparse.Namespace) -> int:
    """Answer each line of standard input at once."""
    profiles = {**PROFILES, GENERIC: Generic(_read_mapping(args.map))} if args.profile == GENERIC else PROFILES
    decoder = LineDecoder(args.profile, profiles, time.time)
    for line in sys.stdin.buffer:
        sys.stdout.buffer.write(decoder.answer(line) + b"\n")
        sys.stdout.buffer.flush()
    return 0


def _read_mapping(texts: list[str]) -> Mapping:
    given: dict[str, str] = {}
    for text in texts:
        name, _, value = text.partition("=")
        if name not in Mapping.__struct_fields__:
            why = f"no such setting; there are {', '.join(Mapping.__struct_fields__)}"
            raise SettingRefused("mapping." + name, why)
        given[name] = value
    return Mapping(**given)
