"""The real screen, which says who comes near and who leaves: `python -m kiosk.bench.walked_screen NAME=VALUE ...`."""

import sys
from time import monotonic

from kiosk.app.launch import run_screen
from kiosk.app.observer import Observer
from kiosk.bench.leash import end_with_input
from kiosk.bench.said import Said, say
from kiosk.core.events import ShopperLeft, ShopperNear
from kiosk.settings.file import read_settings


def tell(event: ShopperNear | ShopperLeft) -> None:
    """Say it as the screen takes it."""
    what = "near" if isinstance(event, ShopperNear) else "left"
    say(Said(what, monotonic(), event.heard_at if isinstance(event, ShopperNear) else 0.0, zone=event.zone))


def main(overrides: list[str]) -> int:
    """Show the screen until the bench is done."""
    end_with_input()
    return run_screen(read_settings(None, {}, overrides), Observer(on_presence=tell))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
