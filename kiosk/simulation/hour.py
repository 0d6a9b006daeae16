"""Plays an hour of made-up shoppers through the real tracker and the real core, each moment in its turn."""

import heapq
from datetime import UTC, datetime, timedelta
from itertools import count
from random import Random

from kiosk.contract.credential import Credential
from kiosk.contract.instant import NEVER, Instant
from kiosk.contract.shopper import Shopper
from kiosk.core.advance import advance
from kiosk.core.effects import AnnounceShown, AnnounceTap, Effect, SaveBookmark
from kiosk.core.events import (
    BookmarkSaved,
    CardTapped,
    CatalogueChanged,
    Event,
    RankerChanged,
    ShoppersChanged,
    Ticked,
)
from kiosk.core.glass.scene import Offering
from kiosk.core.loop.play import open_floor
from kiosk.offers.crowd import Crowd
from kiosk.proximity.sighting import Sighting
from kiosk.proximity.tracker import Tracker
from kiosk.settings import Settings
from kiosk.settings.proximity import Proximity
from kiosk.settings.rules import make_rules
from kiosk.simulation.assortment import MEMBERS, make_catalogue, make_members
from kiosk.simulation.diary import Diary
from kiosk.simulation.findings import Findings
from kiosk.simulation.person import Person, make_people
from kiosk.simulation.pupil import Pupil
from kiosk.simulation.radio import hear_person

HOUR_S = 3600.0
VISITS = 240
"""One each quarter of a minute: a busy Saturday."""
SAVE_S = 0.02
"""What writing a bookmark to disk takes."""
_MIDDAY = datetime(2026, 1, 5, 12, tzinfo=UTC)


def simulate_hour(settings: Settings, seed: int, visits: int = VISITS) -> Findings:
    """The findings of one hour before the first zone of a screen with these settings; the same seed makes the same."""
    chance = Random(seed)  # noqa: S311 - it must be foreseeable, and keeps no secret
    hour = _Hour(settings, make_people(visits, HOUR_S, MEMBERS, chance), make_members(chance), chance)
    hour.play()
    return hour.diary.close(seed, visits, HOUR_S)


class _Hour:
    """Tracker, core and all that is still to come, in the order in which it comes."""

    def __init__(self, settings: Settings, people: list[Person], members: dict[str, Shopper], chance: Random) -> None:
        self.diary = Diary()
        self._people = people
        self._numbers = count()
        self._tracker = _make_tracker(settings.proximity)
        self._pupil = Pupil(settings.screen.id, settings.offers.explore_share)
        self._floor = open_floor(make_rules(settings), 0.0)
        self._to_come: list[tuple[float, int, Sighting | Event]] = []
        self._expect(0.0, CatalogueChanged(make_catalogue(), ()))
        self._expect(0.0, ShoppersChanged(Crowd(members)))
        self._expect(0.0, RankerChanged(self._pupil.rank()))
        for person in people:
            for sighting in hear_person(person, settings.screen.zones[0], chance):
                self._expect(sighting.heard_at, sighting)

    def play(self) -> None:
        """Let the hour pass, from one moment at which something happens to the next."""
        while (now := self._find_next()) < HOUR_S:
            if self._to_come and self._to_come[0][0] <= now:
                self._take(heapq.heappop(self._to_come)[2], now)
            elif self._floor.wake_at <= now:
                self._advance(Ticked(), now)
            else:
                for event in self._tracker.tick(now):
                    self._advance(event, now)

    def _find_next(self) -> float:
        due = self._tracker.next_due()
        coming = self._to_come[0][0] if self._to_come else NEVER
        return min(coming, self._floor.wake_at, NEVER if due is None else due)

    def _expect(self, at_s: float, what: Sighting | Event) -> None:
        heapq.heappush(self._to_come, (at_s, next(self._numbers), what))

    def _take(self, what: Sighting | Event, now: float) -> None:
        events = self._tracker.observe(what) if isinstance(what, Sighting) else [what]
        for event in events:
            self._advance(event, now)

    def _advance(self, event: Event, now: float) -> None:
        self.diary.note_event(event, now)
        instant = Instant(now, _MIDDAY + timedelta(seconds=now), f"id-{next(self._numbers)}")
        step = advance(self._floor, event, instant)
        self._floor = step.floor
        self.diary.note_scene(step.floor.scene, now)
        for effect in step.effects:
            self._carry_out(effect, now)

    def _carry_out(self, effect: Effect, now: float) -> None:
        scene = self._floor.scene
        if isinstance(effect, SaveBookmark):
            self._expect(now + SAVE_S, BookmarkSaved(effect.bookmark.id))
        elif isinstance(effect, AnnounceShown | AnnounceTap) and self._pupil.learn(effect, now):
            self._expect(now, RankerChanged(self._pupil.rank()))
        if isinstance(effect, AnnounceShown) and isinstance(scene, Offering):
            self._let_tap(scene.shopper, now)

    def _let_tap(self, shopper: str, now: float) -> None:
        """Whose offer has just come up may tap, if she is one who does."""
        person = [one for one in self._people if one.key == shopper and one.comes_at <= now][-1]
        if person.taps_after_s is not None:
            felt_at = now + person.taps_after_s
            self._expect(felt_at, CardTapped(Credential("uid", person.key), felt_at))


def _make_tracker(proximity: Proximity) -> Tracker:
    return Tracker(proximity.near_m, proximity.far_factor, proximity.dwell_s, proximity.leave_s)
