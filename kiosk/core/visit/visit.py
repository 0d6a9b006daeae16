"""Who is near, what she was shown, and what was kept of it."""

from msgspec import Struct
from msgspec.structs import replace

from kiosk.contract.place import Place
from kiosk.core.visit.call import Call
from kiosk.core.visit.greeted import Greeted
from kiosk.core.visit.kept import Kept
from kiosk.core.visit.visitor import Visitor
from kiosk.offers.ranking import Ranker, rank_by_priority
from kiosk.offers.shown import NOTHING_SHOWN, Shown


class Visit(Struct, frozen=True):
    """Everybody's visit before this screen.

    Offers are ranked by `rank`; `contacts_per_day` is the loyalty system's cap on them, if it states one. Where
    the screen stands at such a `place` it greets who comes, or goes, and whom it `greeted` of late, once; at a door the
    loop shows where a phone comes in by itself, at `visit_url`, if the loyalty system has such a page. `call` is the
    last of who came for an order, while what fits it waits for the glass.
    """

    visitors: tuple[Visitor, ...] = ()
    kept: tuple[Kept, ...] = ()
    shown: Shown = NOTHING_SHOWN
    rank: Ranker = rank_by_priority
    contacts_per_day: int | None = None
    place: Place = ""
    visit_url: str | None = None
    greeted: tuple[Greeted, ...] = ()
    call: Call | None = None


def add_visitor(visit: Visit, visitor: Visitor) -> Visit:
    """She is near, and the last who came; what was known of where she stood is over."""
    return replace(visit, visitors=(*_list_others(visit, visitor.shopper), visitor))


def drop_visitor(visit: Visit, shopper: str) -> Visit:
    """She is not near any more."""
    return replace(visit, visitors=_list_others(visit, shopper))


def mark_waiting(visit: Visit, shopper: str, *, waiting: bool) -> Visit:
    """Say whether a visitor still waits for an offer."""
    visitors = tuple(
        replace(visitor, waiting=waiting) if visitor.shopper == shopper else visitor for visitor in visit.visitors
    )
    return replace(visit, visitors=visitors)


def _list_others(visit: Visit, shopper: str) -> tuple[Visitor, ...]:
    return tuple(visitor for visitor in visit.visitors if visitor.shopper != shopper)
