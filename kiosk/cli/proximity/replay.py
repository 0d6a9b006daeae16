"""`kiosk proximity replay`: plays a capture through decoder and tracker."""

import argparse
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import TIMEOUT_MAX
from typing import get_args

from msgspec.json import encode

from kiosk.cli.arguments import Subparsers
from kiosk.cli.main import add_settings_options
from kiosk.cli.proximity.settings import EVERYWHERE, STAND_IN
from kiosk.errors import FileRefused, SettingRefused
from kiosk.proximity.calibration import Calibration
from kiosk.proximity.choice import choose_profile
from kiosk.proximity.plot import Chart
from kiosk.proximity.replay import Replay, Transition
from kiosk.proximity.sighting import Sighting
from kiosk.proximity.tracker import Tracker
from kiosk.settings import Settings
from kiosk.settings.proximity import Make

_MAKES = [make for make in get_args(Make) if make != "none"]
_PROFILE = "proximity.profile"
_SLOWEST, _FASTEST = 0.01, 1_000.0
DESCRIPTION = """\
Play a capture through decoder and tracker, with the settings of a screen (zones, gateways and their calibration,
near, dwell, ...), and write who came near and who left as one line of JSON each:
{"at_s": ..., "event": "near" or "left", "device": ..., "zone": ..., "distance_m": ...}

at_s counts in seconds from the first message on; device is a pseudonym by order of appearance, whoever it is;
distance_m is the smoothed distance at which somebody was greeted, null where she left. At the end a line on standard
error says how many messages were understood. What follows the last message is not known: nobody leaves after it.

The capture holds a message a line, {"tst": ..., "topic": ..., "payload": ...} with an ISO time, as this writes it:
  mosquitto_sub -t 'espresense/devices/#' -F %j > capture.jsonl

examples:
  kiosk proximity replay capture.jsonl --config /etc/vitrine/kiosk.toml
  kiosk proximity replay capture.jsonl --zones shoes,bags --near-m 1.5
  kiosk proximity replay capture.jsonl --set "proximity.gateways={shelf-7 = {zone = 'shoes', offset_db = -3}}"
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
    parser.add_argument(
        "--profile",
        metavar="MAKE",
        choices=_MAKES,
        help="the make of gateway (as set; auto where nothing is), one of %(choices)s",
    )
    parser.add_argument("--zones", type=_split, metavar="A,B", help="the screen's (as set; all where nothing is)")
    parser.add_argument("--near-m", type=_read_metres, metavar="M", help="near is within this (as set)")
    parser.add_argument(
        "--speed",
        type=_read_speed,
        default=0.0,
        metavar="N",
        help=f"N times as fast as it was, {_SLOWEST:g} to {_FASTEST:g} (0, as by default: at once)",
    )
    parser.add_argument("--plot", type=Path, metavar="PNG", help="draw distances and transitions into this file, too")
    parser.set_defaults(run=replay_capture)
    add_settings_options(parser, STAND_IN)


def replay_capture(args: argparse.Namespace, settings: Settings) -> int:
    """Write each transition as soon as it comes. Raises `KioskError`."""
    chart = Chart() if args.plot else None
    near_m = args.near_m or settings.proximity.near_m
    replay = _make_replay(args, settings, near_m, chart.add if chart else _look_away)
    transitions: list[Transition] = []
    for transition in replay.play(_read_lines(args.file)):
        transitions.append(transition)
        sys.stdout.buffer.write(encode(transition) + b"\n")
        sys.stdout.buffer.flush()
    late = f", {replay.late} readings came too late" if replay.late else ""
    sys.stderr.write(f"{replay.heard} messages understood, {replay.ignored} passed over{late}\n")
    if replay.unread:
        sys.stderr.write(f"{replay.unread} lines have not tst, topic and payload: record by `mosquitto_sub -F %j`\n")
    if chart:
        chart.save(args.plot, transitions, near_m)
    return 0


def _make_replay(
    args: argparse.Namespace, settings: Settings, near_m: float, watch: Callable[[Sighting], None]
) -> Replay:
    proximity = settings.proximity
    profile = choose_profile(args.profile or proximity.profile, settings.mapping)
    if profile is None:
        raise SettingRefused(_PROFILE, "is none: say with --profile which gateways were captured")
    zones = args.zones or settings.screen.zones
    calibration = Calibration(() if EVERYWHERE in zones else zones, proximity.gateways)
    tracker = Tracker(near_m, proximity.far_factor, proximity.dwell_s, proximity.leave_s)
    return Replay(profile, tracker, calibration, watch, _make_wait(args.speed))


def _look_away(_sighting: Sighting) -> None:
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


def _split(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(",") if part.strip())


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
