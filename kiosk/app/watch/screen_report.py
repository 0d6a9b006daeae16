"""What a monitor is told of the screen: figures and states, and never of whom."""

from collections.abc import Callable

from kiosk.app.glass.glass_pulse import GlassPulse
from kiosk.app.watch.supervisor import Supervisor
from kiosk.fleet.messages import StatusMessage
from kiosk.fleet.status import Status
from kiosk.health.report import Metric, Report, Sample, gauge

_GRAVE = {("outbox", "not_saved"), ("outbox", "quarantined")}
"""Faults that the screen cannot live with for long, unlike a broker or an API that is away."""


class ScreenReport:
    """Composed whenever somebody asks, on any thread; `clock` is monotonic seconds."""

    def __init__(self, status: Status, supervisor: Supervisor, glass: GlassPulse, clock: Callable[[], float]) -> None:
        self._status = status
        self._supervisor = supervisor
        self._glass = glass
        self._clock = clock

    def compose(self) -> Report:
        """How the screen is now; it is well while frames reach the glass, its threads live and taps can be kept."""
        said = self._status.compose()
        faults = [(fault.part, fault.code) for fault in said.faults]
        seen_at = self._glass.seen_at
        frame_age_s = None if seen_at is None else round(self._clock() - seen_at, 1)
        ailing = self._supervisor.ailing
        details: dict[str, object] = {
            "version": said.version,
            "theme": said.theme,
            "scene": said.scene,
            "frame_age_s": frame_age_s,
            "presence_age_s": said.presence_age_s,
            "outbox": said.outbox,
            "faults": said.faults,
            "threads": ailing,
        }
        well = frame_age_s is not None and not ailing and not _GRAVE.intersection(faults)
        return Report(well, details, self._list_metrics(said, frame_age_s))

    def _list_metrics(self, said: StatusMessage, frame_age_s: float | None) -> tuple[Metric, ...]:
        ages = (
            ("vitrine_frame_age_seconds", "Since a frame last reached the glass.", frame_age_s),
            ("vitrine_presence_age_seconds", "Since a gateway was last heard.", said.presence_age_s),
        )
        faults = tuple(Sample(1, {"part": fault.part, "code": fault.code}) for fault in said.faults)
        revivals = self._supervisor.count_revivals().items()
        begun_anew = tuple(Sample(times, {"thread": name}) for name, times in revivals)
        info = Sample(1, {"version": said.version, "theme": said.theme})
        return (
            Metric("vitrine_info", "gauge", "Which program runs, and what it wears.", (info,)),
            gauge("vitrine_outbox_waiting", "Bookmarks that wait to be delivered.", said.outbox.waiting),
            gauge("vitrine_outbox_dead", "Bookmarks that the loyalty API will not take.", said.outbox.dead),
            Metric("vitrine_fault", "gauge", "What is wrong now.", faults),
            Metric("vitrine_thread_revivals_total", "counter", "How often a thread was begun anew.", begun_anew),
            *(gauge(name, sentence, age) for name, sentence, age in ages if age is not None),
        )
