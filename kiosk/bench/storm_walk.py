"""Whether a storm loses a zone change: a member goes from gateway to gateway amid foreign devices."""

from collections.abc import Mapping, Sequence
from time import monotonic
from typing import Self

from msgspec import Struct

from kiosk.bench.bare_offer import ZONE
from kiosk.bench.effort import Effort
from kiosk.bench.figures import Figures, Verdict
from kiosk.bench.publisher import Publisher, write_sighting
from kiosk.bench.said import Said
from kiosk.bench.side import Side
from kiosk.bench.stand import Stand, open_stand
from kiosk.bench.stock import name_beacon
from kiosk.bench.storm_fade import QUIET
from kiosk.bench.visits import PATIENCE_S, START_S
from kiosk.errors import KioskError

PATH = (ZONE, f"{ZONE}-2", f"{ZONE}-3")
"""The zones that she goes round; the crowd is in the first of them."""
HERE_M, ELSEWHERE_M = 0.5, 12.0
TOLD_S = 0.25
"""Each gateway tells of her so often: an ESPresense node does so each half second, and there are several in a shop."""
STAYS = 2
"""So many more tellings in a zone, in which nothing may change."""


class Change(Struct, frozen=True):
    """She went to `zone` at this monotonic time; `said` is what the screen took up to her next step."""

    zone: str
    began_at: float
    said: tuple[Said, ...]

    @property
    def seconds(self) -> float | None:
        """Until the screen took her to be there; `None`: it never did."""
        return next((one.at - self.began_at for one in self.said if self._is_arrival(one)), None)

    @property
    def strays(self) -> int:
        """What it took besides: that she is elsewhere, comes twice, or leaves where she has just come."""
        came = [place for place, one in enumerate(self.said) if self._is_arrival(one)]
        departure = [one for one in self.said[: came[0] if came else None] if one.what == "left"]
        return len(self.said) - len(came[:1]) - len(departure[:1])

    def _is_arrival(self, said: Said) -> bool:
        return said.what == "near" and said.zone == self.zone


class Walk(Struct, frozen=True):
    """So many zone changes, how many of them the screen `lost`, how many `strays` it took besides, and its delays.

    A delay is from the first message out of the new zone until the screen takes her to be there: nearly all of it is
    the tracker's own calm.
    """

    changes: int
    lost: int
    strays: int
    delays: Figures

    @classmethod
    def of(cls, changes: Sequence[Change]) -> Self:
        """What these come to."""
        delays = [change.seconds for change in changes if change.seconds is not None]
        strays = sum(change.strays for change in changes)
        return cls(len(changes), len(changes) - len(delays), strays, Figures.of(delays))

    def __str__(self) -> str:
        """One line to read."""
        return f"{self.changes} zone changes, {self.lost} lost, {self.strays} that were none; {self.delays}"


class Walker:
    """A member, and the gateways that all hear her, each as far as she is."""

    def __init__(self, publisher: Publisher, side: Side) -> None:
        self._publisher = publisher
        self._side = side
        self._steps = 0

    def set_out(self) -> None:
        """Be seen for the first time. Raises `KioskError` where the screen sees nobody."""
        until = monotonic() + START_S
        while self.change_zone().seconds is None:
            if monotonic() > until:
                message = "the screen sees nobody near: is there a broker that it can reach?"
                raise KioskError(message)

    def walk(self, changes: int) -> Walk:
        """So many steps, each to another zone."""
        return Walk.of([self.change_zone() for _ in range(changes)])

    def change_zone(self) -> Change:
        """Go to the next zone, be seen there, and stay a little."""
        zone = PATH[self._steps % len(PATH)]
        self._steps += 1
        began_at = monotonic()
        change = Change(zone, began_at, ())
        while change.seconds is None and monotonic() - began_at < PATIENCE_S:
            change = Change(zone, began_at, (*change.said, *self._be_told(zone)))
        stayed = [said for _ in range(STAYS) for said in self._be_told(zone)]
        return Change(zone, began_at, (*change.said, *stayed))

    def _be_told(self, here: str) -> list[Said]:
        """Every gateway tells of her once; what the screen says until they tell again."""
        until = monotonic() + TOLD_S
        sightings = [
            write_sighting(name_beacon(0), HERE_M if zone == here else ELSEWHERE_M, zone=zone) for zone in PATH
        ]
        self._publisher.send(b"".join(sightings))
        heard: list[Said] = []
        while (said := self._side.hear(until - monotonic())) is not None:
            heard.append(said)
        return heard


def measure_walks(effort: Effort, noises: Mapping[str, Sequence[str]]) -> dict[str, Walk]:
    """As many zone changes as a round has visits, in the quiet and then in each noise.

    `noises` are what the crowd is told, by name.
    """
    with open_stand(1) as stand:
        settings = [*stand.stock.list_settings(), f"broker.url={stand.broker.url}", f"screen.zones={','.join(PATH)}"]
        with Side("walked_screen", settings) as screen:
            publisher = Publisher(stand.broker.host, stand.broker.port, "bench-gateways")
            walker = Walker(publisher, screen)
            walker.set_out()
            quiet = {QUIET: walker.walk(effort.events)}
            stormy = {name: _walk_in(stand, walker, noise, effort.events) for name, noise in noises.items()}
            publisher.close()
            return quiet | stormy


def judge_walks(walks: Mapping[str, Walk]) -> tuple[Verdict, ...]:
    """Every zone change is seen, in its order, and none that is none."""
    return tuple(
        Verdict(f"zone changes lost or none in {name}", 0, walk.lost + walk.strays) for name, walk in walks.items()
    )


def _walk_in(stand: Stand, walker: Walker, noise: Sequence[str], changes: int) -> Walk:
    with Side("noise", [stand.broker.host, str(stand.broker.port), *noise]) as crowd:
        crowd.hear(PATIENCE_S)
        return walker.walk(changes)
