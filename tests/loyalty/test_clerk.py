from collections import deque
from dataclasses import dataclass, field

from kiosk.contract.answer import Again, Finding, Refused, Told
from kiosk.contract.scan import Scan, ScanAnswer
from kiosk.core.events import ArticleTold
from kiosk.loyalty.clerk import PATIENCE_S, RETRY_S, make_clerk
from kiosk.loyalty.errands import Errands
from tests.doubles.taps import make_scan

NOTHING = ScanAnswer(miss="unknown")


@dataclass
class Hub:
    """Answers scans as it is told, and then knows none of them."""

    answers: deque[Finding] = field(default_factory=deque[Finding])
    heard: list[str] = field(default_factory=list[str])
    posted: list[ArticleTold] = field(default_factory=list[ArticleTold])
    time: float = 0.0

    def find(self, scan: Scan) -> Finding:
        self.heard.append(scan.id)
        return self.answers.popleft() if self.answers else Told(NOTHING)

    def make_clerk(self, *numbers: int) -> Errands[Scan]:
        """With these scans to ask about."""
        clerk = make_clerk(self.find, lambda: self.time, self.posted.append)
        for number in numbers:
            clerk.send(make_scan(number))
        return clerk


def test_what_was_scanned_is_asked_in_order_and_each_is_answered() -> None:
    hub = Hub()
    clerk = hub.make_clerk(1, 2)

    assert (clerk.look(), clerk.look()) == (None, None)
    assert hub.posted == [ArticleTold("s-1", NOTHING), ArticleTold("s-2", NOTHING)]


def test_what_the_network_lost_is_asked_again_and_then_given_up() -> None:
    hub = Hub(deque([Again("timeout"), Again("timeout")]))
    clerk = hub.make_clerk(1)
    waits = [clerk.look(), clerk.look()]
    hub.time = PATIENCE_S

    assert [*waits, clerk.look()] == [RETRY_S, RETRY_S, None]
    assert (hub.heard, hub.posted) == (["s-1", "s-1"], [ArticleTold("s-1", None)])


def test_a_system_that_knows_of_no_scans_is_not_asked_again() -> None:
    hub = Hub(deque([Refused(404, "not_found")]))

    assert hub.make_clerk(1).look() is None
    assert hub.posted == [ArticleTold("s-1", None)]


def test_it_begins_to_ask_as_soon_as_somebody_scans() -> None:
    hub = Hub()
    clerk = hub.make_clerk(1)
    clerk.start()
    clerk.stop()

    assert hub.heard == ["s-1"]
    assert [worker.name for worker in clerk.workers] == ["scans"]
