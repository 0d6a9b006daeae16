"""How many people went which way, as far as that may be told. Pure."""

from collections import Counter
from collections.abc import Iterable, Sequence

from msgspec import Struct

from kiosk.hub.domain.attribution.journey import Journey, Way
from kiosk.hub.domain.report.suppression import Figure, find_untold


class Flow(Struct, frozen=True):
    """So many people went this way."""

    way: Way
    people: int


class Flows(Struct, frozen=True):
    """The ways that may be told, and how many people went any way; `None`: not even that may be told."""

    told: Sequence[Flow]
    people: int | None

    @property
    def untold(self) -> int:
        """How many people went ways of which nothing else is told."""
        return (self.people or 0) - sum(flow.people for flow in self.told)


def tell_flows(journeys: Iterable[Journey]) -> Flows:
    """The ways of all these journeys, each of another person."""
    counts = Counter(journey.way for journey in journeys)
    named = {_name(way): way for way in counts}
    untold = find_untold({name: Figure(counts[way], counts[way]) for name, way in named.items()})
    if untold is None:
        return Flows([], None)
    told = [Flow(way, counts[way]) for name, way in sorted(named.items()) if name not in untold]
    return Flows(told, counts.total())


def _name(way: Way) -> str:
    """Where she bought first: ways are veiled together with their neighbours, and those to a web shop are often few."""
    return f"{way.place or ''}/{'' if way.by_store else 'past'}/{way.channel or '~'}"
