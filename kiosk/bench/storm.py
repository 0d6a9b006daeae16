"""From the gateway's message to the offer on the glass, the loop's frames and a walk, while foreign devices shout."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean
from time import monotonic
from typing import Self

from msgspec import Struct, structs

from kiosk.bench.effort import Effort
from kiosk.bench.figures import Figures, Verdict, divide
from kiosk.bench.process import read_usage
from kiosk.bench.report import Report
from kiosk.bench.side import Side
from kiosk.bench.stand import Stand, open_stand
from kiosk.bench.storm_fade import Fade, judge_fades, measure_fades
from kiosk.bench.storm_walk import Walk, judge_walks, measure_walks
from kiosk.bench.visits import PATIENCE_S, Visit, Visits, open_visits

SETTLE = 2
"""Visits at the beginning of a noise that do not count: the screen meets each device for the first time."""
FLAT_MB = 5.0
"""Memory that grows by less is flat."""


@dataclass(frozen=True, slots=True)
class Noise:
    """So many foreign devices that together are heard so often a second."""

    devices: int
    rate: int

    def list_words(self) -> list[str]:
        """What the crowd is told."""
        return [str(self.devices), str(self.rate)]

    def __str__(self) -> str:
        """As the report names it."""
        return f"{self.rate}_per_s_from_{self.devices}"


NOISES = tuple(Noise(devices, rate) for rate in (10_000, 40_000) for devices in (200, 2_000))


class Spell(Struct, frozen=True):
    """Visits in a row while the weather was one, of `asked` that were made, and what they cost the screen."""

    visits: tuple[Visit, ...]
    asked: int
    cpu_percent: float
    rss_mb: float
    messages_per_s: float = 0.0


class Weather(Struct, frozen=True):
    """Visits in one noise, what it cost the screen, and how many messages a second the crowd sent.

    `shown` is the share of visits whose offer came; `from_hearing` is the screen's own part, without the broker's.
    """

    frames: Figures
    from_hearing: Figures
    shown: float
    messages_per_s: float
    cpu_percent: float
    rss_mb: float

    @classmethod
    def of(cls, spells: Sequence[Spell]) -> Self:
        """All spells of this weather as one, with the last one's memory."""
        visits = [visit for spell in spells for visit in spell.visits]
        return cls(
            Figures.of([visit.seconds for visit in visits]),
            Figures.of([visit.seconds_from_hearing for visit in visits]),
            divide(len(visits), sum(spell.asked for spell in spells)),
            round(fmean(spell.messages_per_s for spell in spells)),
            round(fmean(spell.cpu_percent for spell in spells), 1),
            spells[-1].rss_mb,
        )

    def __str__(self) -> str:
        """One line to read."""
        return (
            f"{self.frames}, p95 {self.from_hearing.p95:.1f} from hearing, {self.shown:.0%} shown,"
            f" {self.messages_per_s:.0f} messages/s,"
            f" CPU {self.cpu_percent:.0f} %, RSS {self.rss_mb:.0f} MB"
        )


@dataclass(frozen=True, slots=True)
class Beside:
    """What other screens did in the same weathers: one whose loop never rests, and one with a member on her way."""

    fades: dict[str, Fade]
    walks: dict[str, Walk]


def measure_storm(effort: Effort, noises: Sequence[Noise] = NOISES) -> Report:
    """One screen, in each round first in the quiet, then in each noise: so the machine's own moods strike all alike."""
    members = effort.visits + effort.rounds * (effort.events + len(noises) * (effort.events + SETTLE))
    with open_stand(members) as stand, stand.start_screen() as screen, open_visits(stand, screen, effort) as visits:
        rounds = [
            [watch(visits, screen, effort.events)]
            + [brave(stand, visits, screen, noise, effort.events) for noise in noises]
            for _ in range(effort.rounds)
        ]
    quiet, *storms = map(Weather.of, zip(*rounds, strict=True))
    words = {str(noise): noise.list_words() for noise in noises}
    beside = Beside(measure_fades(effort, words), measure_walks(effort, words))
    return judge_storm(quiet, dict(zip(noises, storms, strict=True)), beside)


def watch(visits: Visits, screen: Side, events: int) -> Spell:
    """Visits as the weather is."""
    before, began_at = read_usage(screen.pid), monotonic()
    measured = visits.measure(events)
    after, took_s = read_usage(screen.pid), monotonic() - began_at
    cpu_percent = 100 * (after.cpu_s - before.cpu_s) / took_s
    return Spell(tuple(measured), events, cpu_percent, round(after.rss_mb, 1))


def brave(stand: Stand, visits: Visits, screen: Side, noise: Noise, events: int) -> Spell:
    """Visits in a noise that ends with them."""
    broker = stand.broker
    with Side("noise", [broker.host, str(broker.port), *noise.list_words()]) as crowd:
        crowd.hear(PATIENCE_S)
        visits.measure(SETTLE)
        spell = watch(visits, screen, events)
        said = crowd.finish(PATIENCE_S)
    return structs.replace(spell, messages_per_s=divide(said.count, said.at - said.since) if said else 0.0)


def judge_storm(quiet: Weather, storms: dict[Noise, Weather], beside: Beside) -> Report:
    """Each storm beside the quiet."""
    slowdowns = [
        Verdict(f"x the quiet p95 in {noise}", 1.2, divide(weather.frames.p95, quiet.frames.p95))
        for noise, weather in storms.items()
    ]
    lost = 1 - min(weather.shown for weather in storms.values())
    grown_mb = max(weather.rss_mb for weather in storms.values()) - quiet.rss_mb
    return Report(
        "storm",
        {
            "quiet": quiet,
            **{str(noise): weather for noise, weather in storms.items()},
            **{f"loop_{name}": fade for name, fade in beside.fades.items()},
            **{f"walk_{name}": walk for name, walk in beside.walks.items()},
        },
        (
            *slowdowns,
            Verdict("of the offers lost", 0, lost),
            Verdict("MB more than in the quiet", FLAT_MB, grown_mb),
            *judge_fades(beside.fades),
            *judge_walks(beside.walks),
        ),
    )
