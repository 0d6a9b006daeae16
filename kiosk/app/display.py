"""Looks for the display before Qt does, which ends the process with another program's advice when there is none."""

import re
from collections.abc import Mapping
from pathlib import Path

from kiosk.errors import KioskError

SOCKETS = Path("/tmp/.X11-unix")  # noqa: S108 # where X servers listen, by their own convention


def check_display(env: Mapping[str, str], sockets: Path = SOCKETS) -> None:
    """Raises `KioskError` where the environment names a local X display that does not answer."""
    named = re.fullmatch(r":(\d+)(\.\d+)?", env.get("DISPLAY", ""))
    if named is None or env.get("QT_QPA_PLATFORM") or env.get("WAYLAND_DISPLAY"):
        return
    number = named[1]
    if not any(_answers(address) for address in (str(sockets / f"X{number}"), f"\0{sockets / f'X{number}'}")):
        message = f"the display :{number} does not answer: start this in a session with a display, or unset DISPLAY"
        raise KioskError(message)


def _answers(address: str) -> bool:
    import socket  # noqa: PLC0415 # loaded only where there is an address to ask: the first picture waits for it

    with socket.socket(socket.AF_UNIX) as probe:
        try:
            probe.connect(address)
        except OSError:
            return False
    return True
