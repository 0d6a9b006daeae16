"""All checks, in the order in which a person would mend things."""

from collections.abc import Iterator, Mapping
from datetime import datetime

from kiosk.doctor.api import check_api
from kiosk.doctor.broker import check_broker
from kiosk.doctor.clock import check_clock
from kiosk.doctor.disk import check_disk
from kiosk.doctor.ears import check_ears
from kiosk.doctor.finding import Finding
from kiosk.doctor.looks import check_display, check_fonts, check_theme
from kiosk.doctor.loop import check_loop
from kiosk.doctor.outputs import check_outputs
from kiosk.doctor.reader import check_reader
from kiosk.doctor.scanner import check_scanner
from kiosk.doctor.store import check_store
from kiosk.doctor.videos import check_videos
from kiosk.settings import Settings


def examine(settings: Settings, environ: Mapping[str, str], now: datetime) -> Iterator[Finding]:
    """Each finding as soon as it is made; `now` is aware."""
    yield from check_store(settings)
    yield from check_disk(settings)
    yield from check_clock(settings, now)
    yield from check_broker(settings)
    yield from check_api(settings)
    yield from check_reader(settings)
    yield from check_scanner(settings)
    yield from check_theme(settings)
    yield from check_fonts()
    yield from check_display(environ)
    yield from check_outputs(settings, environ)
    yield from check_ears(settings)
    yield from check_videos()
    yield from check_loop(settings)
