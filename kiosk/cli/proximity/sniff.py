"""`kiosk proximity sniff`: shows which gateways there are, and what they hear."""

import argparse
import math
import sys
from pathlib import Path
from secrets import token_bytes, token_hex
from threading import Event

from kiosk.cli.arguments import Subparsers
from kiosk.errors import SettingRefused
from kiosk.mqtt.address import resolve_broker
from kiosk.settings import Broker

DESCRIPTION = """\
Listen to a broker, name the makes of gateway that are recognised, and draw what they hear: device, zone, distance,
strength, messages a second, and how long ago. Ctrl-C ends it and prints the settings to copy. It only reads, it never
asks for the topics in which ESPresense keeps the keys of phones, and it shows devices by names that are good for this
run only; --raw shows the ids themselves, which are personal data.

example:
  kiosk proximity sniff --broker mqtt://broker.shop:1883

exit status: 0 it listened, 1 the broker cannot be reached"""

_BROKER = "--broker"
_SCHEMES = ("mqtt://", "mqtts://")


def add_sniff_command(subparsers: Subparsers) -> None:
    """Add the sub-command."""
    parser = subparsers.add_parser(
        "sniff",
        help="show which gateways there are, and what they hear",
        description=DESCRIPTION,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--broker", required=True, metavar="URL", help="mqtt://host[:1883] or mqtts://host[:8883]")
    parser.add_argument("--user", metavar="NAME", help="user name at the broker")
    parser.add_argument("--password-file", type=Path, metavar="FILE", help="file that holds the password")
    parser.add_argument("--ca-file", type=Path, metavar="FILE", help="authority that signed the broker's certificate")
    parser.add_argument("--cert-file", type=Path, metavar="FILE", help="own certificate, where the broker asks for one")
    parser.add_argument("--key-file", type=Path, metavar="FILE", help="the key of that certificate")
    parser.add_argument("--topic", action="append", default=[], metavar="TOPIC", help="listen to this, too")
    parser.add_argument("--seconds", type=_read_seconds, metavar="N", help="end after so long")
    parser.add_argument("--raw", action="store_true", help="show device ids as they are")
    parser.set_defaults(run=sniff)


def sniff(args: argparse.Namespace) -> int:
    """Listen and draw until Ctrl-C, if there is a broker."""
    from kiosk.mqtt.dial import find_dial_flaw  # noqa: PLC0415 # loads the network's modules
    from kiosk.proximity.sniff.listen import Listening, make_pseudonyms  # noqa: PLC0415 # as above

    if not args.broker.startswith(_SCHEMES):
        raise SettingRefused(_BROKER, "must begin with mqtt:// or mqtts://")
    broker = Broker(args.broker, args.ca_file, args.cert_file, args.key_file, args.user, args.password_file)
    address = resolve_broker(broker, _name_option)
    label = str if args.raw else make_pseudonyms(token_bytes())
    listening = Listening(address, f"kiosk-sniff-{token_hex(4)}", args.topic, label, sys.stdout)
    unreached = find_dial_flaw(address)
    if unreached:
        sys.stderr.write(f"the broker cannot be reached ({unreached}): correct {_BROKER}\n")
        return 1
    listening.run(args.seconds, Event(), broker)
    return 0


def _name_option(option: str) -> str:
    return _BROKER if option == "url" else "--" + option.replace("_", "-")


def _read_seconds(text: str) -> float:
    seconds = float(text)
    if not 0 < seconds < math.inf:
        message = "must be a finite number above 0"
        raise argparse.ArgumentTypeError(message)
    return seconds
