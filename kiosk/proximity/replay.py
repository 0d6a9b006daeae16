"""Plays a capture through decoder and tracker, as a screen would have lived it: to try settings on what really was."""

from collections.abc import Callable, Iterable, Iterator
from typing import Literal

from msgspec import Struct

from kiosk.core.events import ShopperLeft, ShopperNear
from kiosk.proximity.calibration import Calibration, Place, calibrate
from kiosk.proximity.capture import NOT_A_LINE, Caught, read_caught
from kiosk.proximity.echoes import Echoes
from kiosk.proximity.lateness import Lateness
from kiosk.proximity.observation import Ignored, Observation
from kiosk.proximity.profile import Profile
from kiosk.proximity.pseudonyms import Pseudonyms
from kiosk.proximity.sighting import Sighting, make_sighting
from kiosk.proximity.tracker import Tracker
from kiosk.proximity.visit import Presence


class Transition(Struct, frozen=True):
    """Somebody came near, or left: `at_s` seconds after the capture's first message.

    `device` is a pseudonym by order of appearance. `distance_m` is the smoothed one; who left has none.
    """

    at_s: float
    event: Literal["near", "left"]
    device: str
    zone: str
    distance_m: float | None = None


class Replay:
    """One pass through a capture, by the ears of the screen that `calibration` is of.

    `watch` is told each sighting. `wait` is given the seconds by which each message came after the one before it: it
    may let them pass. What follows the last message is not known, and so nobody leaves by silence after it.
    """

    def __init__(
        self,
        profile: Profile,
        tracker: Tracker,
        calibration: Calibration,
        watch: Callable[[Sighting], None] = lambda _sighting: None,
        wait: Callable[[float], None] = lambda _seconds: None,
    ) -> None:
        self._profile = profile
        self._tracker = tracker
        self._calibration = calibration
        self._watch = watch
        self._wait = wait
        self._names = Pseudonyms()
        self._echoes = Echoes()
        self._lateness = Lateness()
        self._places: dict[str, Place] = {}
        self._began_at: float | None = None
        self._now = 0.0
        self.heard = 0
        self.ignored = 0
        self.unread = 0
        self.late = 0

    def play(self, lines: Iterable[bytes]) -> Iterator[Transition]:
        """The transitions, in order; a line that is no message is counted and passed over."""
        for line in lines:
            caught = read_caught(line)
            if isinstance(caught, Ignored):
                self.ignored += 1
                self.unread += caught is NOT_A_LINE
            else:
                yield from self._hear(caught)

    def _hear(self, caught: Caught) -> Iterator[Transition]:
        if self._began_at is None:
            self._began_at = caught.at_s
        # A clock that was set back while the capture ran counts as no time at all.
        at_s = max(self._now, caught.at_s - self._began_at)
        yield from self._pass_time(at_s)
        observed = self._profile.observe(caught.topic, caught.payload)
        if isinstance(observed, Ignored):
            self.ignored += 1
            return
        self.heard += 1
        for observation in observed:
            if self._lateness.is_late(caught.topic, observation, caught.at_s):
                self.late += 1
            else:
                yield from self._take(caught.topic, observation)

    def _pass_time(self, until: float) -> Iterator[Transition]:
        while (due := self._tracker.next_due()) is not None and due <= until:
            self._step_to(due)
            yield from self._describe(self._tracker.tick(due))
        self._step_to(until)

    def _step_to(self, at_s: float) -> None:
        self._wait(at_s - self._now)
        self._now = at_s

    def _take(self, topic: str, observation: Observation) -> Iterator[Transition]:
        device = self._names.name(observation)
        for place in self._find_places(observation):
            calibrated = calibrate(observation, place.offset_db)
            sighting = make_sighting(device, place.zone, calibrated, self._now)
            if not self._echoes.is_echo(topic, sighting):
                self._watch(sighting)
                yield from self._describe(self._tracker.observe(sighting))

    def _find_places(self, observation: Observation) -> list[Place]:
        """Where this was heard: who is gone from everywhere is gone from each place."""
        if observation.zone is None and observation.kind == "left":
            return list(self._places.values())
        place = self._calibration.find_place(observation.zone)
        if place is None:
            return []
        self._places[place.zone] = place
        return [place]

    def _describe(self, events: list[Presence]) -> Iterator[Transition]:
        at_s = round(self._now, 3)
        for event in events:
            device = event.shopper or "somebody"
            match event:
                case ShopperNear():
                    yield Transition(at_s, "near", device, event.zone, event.distance_m)
                case ShopperLeft():
                    yield Transition(at_s, "left", device, event.zone)
