"""`kiosk proximity replay`: plays a capture through decoder and tracker."""

import argparse
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import TIMEOUT_MAX

from msgspec.json import encode

from kiosk.cli.arguments import Subparsers
from kiosk.errors import FileRefused
from kiosk.proximity.makes import PROFILES
from kiosk.proximity.plot import Chart
from kiosk.proximity.recognition import Recogniser
from kiosk.proximity.replay import Replay, Transition
from kiosk.proximity.tracker import Tracker
from kiosk.settings.proximity import Proximity

AUTO = "auto"
_DEFAULTS = Proximity()
_SLOWEST, _FASTEST = 0.01, 1_000.0
DESCRIPTION = """\
Play a capture through decoder and tracker, and write who came near and who left as one line of JSON each:
{"at_s": ..., "event": "near" or "left", "device": ..., "zone": ..., "distance_m": ...}

at_s counts in seconds from the first message on; device is a pseudonym by order of appearance, whoever it is;
distance_m is the smoothed distance at which somebody was greeted, null where she left. At the end a line on standard
error says how many messages were understood. What follows the last message is not known: nobody leaves after it.

The capture holds a message a line, {"tst": ..., "topic": ..., "payload": ...} with an ISO time, as this writes it:
  mosquitto_sub -t 'espresense/devices/#' -F %j > capture.jsonl

examples:
  kiosk proximity replay capture.jsonl --zones shoes,bags --near-m 1.5
  kiosk proximity replay capture.jsonl --speed 1 --plot capture.png"""


def add_replay_command(subparsers: Subparsers) -> None:
    """Add the sub-command."""
    parser = subparsers.add_parser(
        "replay",
        help="play a capture through decoder and tracker",
        description=DESCRIPTION,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("file", type=Path, metavar="FILE", help="the capture")
    parser.add_argument("--profile", choices=[AUTO, *PROFILES], default=AUTO, help="the make of gateway")
    parser.add_argument("--zones", type=_split, default=frozenset[str](), metavar="A,B", help="the screen's (else all)")
    parser.add_argument(
        "--near-m", type=_read_metres, default=_DEFAULTS.near_m, metavar="M", help="near is within this"
    )
    parser.add_argument(
        "--speed",
        type=_read_speed,
        default=0.0,
        metavar="N",
        help=f"N times as fast as it was, {_SLOWEST:g} to {_FASTEST:g} (0, as by default: at once)",
    )
    parser.add_argument("--plot", type=Path, metavar="PNG", help="draw distances and transitions into this file, too")
    parser.set_defaults(run=replay_capture)


def replay_capture(args: argparse.Namespace) -> int:
    """Write each transition as soon as it comes."""
    chart = Chart()
    profile = Recogniser() if args.profile == AUTO else PROFILES[args.profile]
    tracker = Tracker(args.near_m, _DEFAULTS.far_factor, _DEFAULTS.dwell_s, _DEFAULTS.leave_s)
    watch = chart.add if args.plot else _look_away
    replay = Replay(profile, tracker, args.zones, watch, _make_wait(args.speed))
    transitions: list[Transition] = []
    for transition in replay.play(_read_lines(args.file)):
        transitions.append(transition)
        sys.stdout.buffer.write(encode(transition) + b"\n")
        sys.stdout.buffer.flush()
    sys.stderr.write(f"{replay.heard} messages understood, {replay.ignored} passed over\n")
    if args.plot:
        chart.save(args.plot, transitions, args.near_m)
    return 0


def _look_away(_sighting: object) -> None:
    """Nothing is drawn."""


def _make_wait(speed: float) -> Callable[[float], None]:
    # A clock that was set while the capture ran makes gaps of decades, more than can be slept.
    return lambda seconds: time.sleep(min(seconds / speed, TIMEOUT_MAX)) if speed else None


def _read_lines(file: Path) -> Iterator[bytes]:
    try:
        with file.open("rb") as lines:
            yield from lines
    except OSError as error:
        message = f"{file} cannot be read: name a capture"
        raise FileRefused(message) from error


def _split(text: str) -> frozenset[str]:
    return frozenset(part.strip() for part in text.split(",") if part.strip())


def _read_metres(text: str) -> float:
    """More than 0, and no more than the setting allows."""
    metres = float(text)
    if not 0 < metres <= 20:  # noqa: PLR2004 # the bound of the setting proximity.near_m
        raise ValueError
    return metres


def _read_speed(text: str) -> float:
    speed = float(text)
    if speed and not _SLOWEST <= speed <= _FASTEST:
        message = f"must be {_SLOWEST:g} to {_FASTEST:g}, or 0 to play all at once"
        raise argparse.ArgumentTypeError(message)
    return speed
