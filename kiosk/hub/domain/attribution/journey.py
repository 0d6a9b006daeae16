"""The ways of members: by what the store first reached them, whether they came, and where they bought. Pure."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime

from msgspec import Struct

from kiosk.hub.domain.attribution.contact import Contact, Place, Presence, Purchase
from kiosk.hub.domain.attribution.crediting import Diary
from kiosk.hub.models.attribution.campaign import Channel


class Span(Struct, frozen=True):
    """From `begin` until before `end`."""

    begin: datetime
    end: datetime

    @property
    def last(self) -> datetime:
        """Its last moment."""
        return self.end - datetime.resolution

    def holds(self, moment: datetime) -> bool:
        """Whether the moment lies in it."""
        return self.begin <= moment < self.end


class Way(Struct, frozen=True):
    """By what (`None`: nothing that is known), whether by the store, and where she bought (`None`: she did not)."""

    channel: Channel | None
    by_store: bool
    place: Place | None


class Journey(Struct, frozen=True):
    """The one way of a person in a span."""

    person: str
    way: Way


class MonthFacts(Struct, frozen=True):
    """All that members did who may be known, as far as a span is concerned."""

    contacts: Sequence[Contact]
    presences: Sequence[Presence]
    purchases: Sequence[Purchase]


def trace_journeys(facts: MonthFacts, diary: Diary, span: Span) -> Iterator[Journey]:
    """One journey for each person whom the store reached, or who bought, in this span.

    Who bought several times has the way of her first purchase; who bought nothing that of her contact in the span.
    """
    presences = _group_times(facts.presences)
    bought = _find_first(one for one in facts.purchases if span.holds(one.at))
    for person, purchase in bought.items():
        contact = diary.credit(purchase).contact
        since = contact.at if contact else purchase.at - diary.window
        came = purchase.place == "till" or _was_there(presences, person, since, purchase.at)
        yield Journey(person, Way(contact.origin.channel if contact else None, came, purchase.place))
    for person in {one.person for one in facts.contacts if span.holds(one.at)} - bought.keys():
        contact = diary.find(person, span.begin, span.last)
        if contact:
            came = _was_there(presences, person, contact.at, span.last)
            yield Journey(person, Way(contact.origin.channel, came, None))


def _find_first(purchases: Iterable[Purchase]) -> dict[str, Purchase]:
    """The first purchase of each person, by person; of who may not be known there is none."""
    first: dict[str, Purchase] = {}
    for purchase in sorted(purchases, key=lambda one: one.at):
        if purchase.person is not None:
            first.setdefault(purchase.person, purchase)
    return first


def _group_times(presences: Iterable[Presence]) -> Mapping[str, list[datetime]]:
    groups: defaultdict[str, list[datetime]] = defaultdict(list)
    for coming in sorted(presences, key=lambda one: one.at):
        groups[coming.person].append(coming.at)
    return groups


def _was_there(presences: Mapping[str, Sequence[datetime]], person: str, since: datetime, until: datetime) -> bool:
    times = presences.get(person, ())
    return bisect_left(times, since) < bisect_right(times, until)
