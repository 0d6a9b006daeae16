"""Makes who watches over all that is open, and who tells a monitor of it."""

import random
from collections.abc import Iterable

from kiosk.app.clocks import tell_mono
from kiosk.app.givens import Givens
from kiosk.app.glass.glass_pulse import GlassPulse
from kiosk.app.start_all import Room
from kiosk.app.watch.screen_report import ScreenReport
from kiosk.app.watch.supervisor import Supervisor
from kiosk.health.address import NOBODY
from kiosk.health.listener import Listener


def make_watch(givens: Givens, rooms: Iterable[Room], glass: GlassPulse) -> tuple[Room, ...]:
    """To be opened after these rooms, and closed before them."""
    workers = (worker for room in rooms for worker in room.workers)
    supervisor = Supervisor((glass, *workers), givens.status, tell_mono, random.random)
    listen = givens.settings.health.listen
    if listen == NOBODY:
        return (supervisor,)
    report = ScreenReport(givens.status, supervisor, glass, tell_mono)
    return supervisor, Listener(listen, report.compose)
