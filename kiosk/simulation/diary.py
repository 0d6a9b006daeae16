"""Keeps the books of an hour: who came near when, whose offer was on the glass, and for how long."""

from msgspec import Struct

from kiosk.core.events import Event, ShopperLeft, ShopperNear
from kiosk.core.glass.scene import Offering, Saved, Scene
from kiosk.simulation.findings import Findings, find_percentile, reckon_fairness


class _Visit(Struct):
    """`waited_s` until her offer came (`None`: it did not yet), and the seconds that the glass was hers."""

    near_at: float
    waited_s: float | None = None
    shown_s: float = 0.0


class Diary:
    """Told of each event and of the scene after it; both at seconds that never step back."""

    def __init__(self) -> None:
        self._open: dict[str, _Visit] = {}
        self._visits: list[_Visit] = []
        self._scene: Scene | None = None
        self._since = 0.0
        self._changes = 0
        self._offers = 0
        self._kinds = set[str]()
        self._bookmarks = 0

    def note_event(self, event: Event, at_s: float) -> None:
        """Somebody came near, or left."""
        if isinstance(event, ShopperNear):
            visit = self._open[event.shopper] = _Visit(at_s)
            self._visits.append(visit)
        elif isinstance(event, ShopperLeft):
            self._credit(at_s)
            self._open.pop(event.shopper, None)

    def note_scene(self, scene: Scene, at_s: float) -> None:
        """This is on the glass now."""
        if self._is_same(scene):
            return
        self._credit(at_s)
        self._changes += 1
        self._scene = scene
        if isinstance(scene, Saved):
            self._bookmarks += 1
        elif isinstance(scene, Offering):
            self._offers += 1
            self._kinds.add(scene.offer.id)
            self._serve(scene.shopper, at_s)

    def close(self, seed: int, came_by: int, at_s: float) -> Findings:
        """What it all came to, of so many people."""
        self._credit(at_s)
        waits = [visit.waited_s for visit in self._visits if visit.waited_s is not None]
        waited = [visit for visit in self._visits if visit.waited_s != 0]
        return Findings(
            seed=seed,
            came_by=came_by,
            greeted=len(self._visits),
            served=len(waits),
            waited=len(waited),
            wait_p50_s=round(find_percentile(waits, 50), 2),
            wait_p95_s=round(find_percentile(waits, 95), 2),
            wait_longest_s=round(max(waits, default=0.0), 2),
            changes=self._changes,
            offers=self._offers,
            kinds=len(self._kinds),
            bookmarks=self._bookmarks,
            fairness=round(reckon_fairness([visit.shown_s for visit in waited]), 3),
        )

    def _is_same(self, scene: Scene) -> bool:
        """Whether nobody before the glass would see a change."""
        match self._scene, scene:
            case Offering(impression=before), Offering(impression=after):
                return before == after
            case Saved(bookmark=before), Saved(bookmark=after):
                return before == after
            case before, after:
                return type(before) is type(after)

    def _serve(self, shopper: str, at_s: float) -> None:
        visit = self._open.get(shopper)
        if visit is not None and visit.waited_s is None:
            visit.waited_s = at_s - visit.near_at

    def _credit(self, at_s: float) -> None:
        """Give the time since the last look to whose offer was on the glass."""
        if isinstance(self._scene, Offering) and (visit := self._open.get(self._scene.shopper)):
            visit.shown_s += at_s - self._since
        self._since = at_s
