"""Tells systemd, where that started the screen, that there is a picture, and from then on that there still is one."""

from collections.abc import Callable, Mapping

_BEATS = 3
"""So often within the time after which systemd starts the screen anew: one lost beat is no reason."""


def feed_watchdog(env: Mapping[str, str], beat: Callable[[float, Callable[[], None]], None]) -> None:
    """Say that the first frame is on the glass, and that the screen lives whenever `beat` calls.

    `beat` is told how often that shall be, in seconds, and what to call. Source: sd_notify(3), sd_watchdog_enabled(3).
    `WATCHDOG_PID` is not looked at: it names the compositor, whose child the screen is.
    """
    address = env.get("NOTIFY_SOCKET", "")
    if not address:
        return
    _tell(address, b"READY=1")
    within = env.get("WATCHDOG_USEC", "")
    if within.isdecimal() and int(within):
        beat(int(within) / 1e6 / _BEATS, lambda: _tell(address, b"WATCHDOG=1"))


def _tell(address: str, state: bytes) -> None:
    """A supervisor that does not listen any more is no fault of the screen's. `@` begins an abstract address."""
    import socket  # noqa: PLC0415 # 3 ms, for which the first picture must not wait

    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as speaker:
        speaker.settimeout(0)
        try:
            speaker.sendto(state, "\0" + address[1:] if address.startswith("@") else address)
        except OSError:
            return
