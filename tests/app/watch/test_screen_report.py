import pytest

from kiosk.app.glass.glass_pulse import GlassPulse
from kiosk.app.watch.screen_report import ScreenReport
from kiosk.app.watch.supervisor import Supervisor
from kiosk.core.fault import Part
from kiosk.fleet.status import Status
from kiosk.health.report import Report
from tests.doubles.made_up_thread import MadeUpThread
from tests.doubles.notebook import FaultBook
from tests.doubles.still_clocks import StillClocks


class Post:
    """A screen's report, with all that it speaks of."""

    def __init__(self) -> None:
        self.clocks = StillClocks()
        self.status = Status("1.2", "daylight", lambda: 1.0, self.clocks.as_clocks())
        self.glass = GlassPulse(lambda: self.clocks.now)
        self.courier = MadeUpThread()
        self.supervisor = Supervisor((self.glass, self.courier), FaultBook(), lambda: self.clocks.now, lambda: 1.0)
        self._report = ScreenReport(self.status, self.supervisor, self.glass, lambda: self.clocks.now)

    def compose(self) -> Report:
        self.supervisor.look()
        return self._report.compose()


@pytest.fixture
def post() -> Post:
    return Post()


def test_before_the_first_frame_it_is_not_well_and_has_no_age_of_one(post: Post) -> None:
    report = post.compose()
    assert not report.well
    assert report.details["frame_age_s"] is None
    assert "vitrine_frame_age_seconds" not in {metric.name for metric in report.metrics}


def test_it_tells_how_old_frame_and_presence_are_and_what_waits(post: Post) -> None:
    post.glass.note_frame()
    post.status.set_outbox(3, 1)
    post.clocks.now = 4.0
    report = post.compose()
    assert report.well
    figures = {metric.name: metric.samples[0].value for metric in report.metrics if metric.samples}
    assert figures["vitrine_frame_age_seconds"] == 4
    assert figures["vitrine_presence_age_seconds"] == 3
    assert (figures["vitrine_outbox_waiting"], figures["vitrine_outbox_dead"]) == (3, 1)


@pytest.mark.parametrize(
    ("part", "code", "well"),
    [("broker", "unreachable", True), ("outbox", "shown_not_saved", True), ("outbox", "not_saved", False)],
)
def test_it_lives_with_a_broker_that_is_away_but_not_without_its_disk(
    post: Post, part: Part, code: str, *, well: bool
) -> None:
    post.glass.note_frame()
    post.status.set_fault(part, code)
    report = post.compose()
    assert report.well is well
    fault = next(metric for metric in report.metrics if metric.name == "vitrine_fault")
    assert [sample.labels for sample in fault.samples] == [{"part": part, "code": code}]


@pytest.mark.allow_log("the thread (courier|glass) is (dead|stuck), and seen to")
def test_a_thread_that_ails_and_a_glass_without_frames_are_not_well(post: Post) -> None:
    post.glass.note_frame()
    post.courier.is_dead = True
    post.supervisor.look()
    post.clocks.now = 31.0
    report = post.compose()
    assert not report.well
    assert report.details["threads"] == {"glass": "stuck"}
    revivals = next(metric for metric in report.metrics if metric.name == "vitrine_thread_revivals_total")
    assert {sample.labels["thread"]: sample.value for sample in revivals.samples} == {"glass": 1, "courier": 1}
