"""The page of what a member ordered: by which code she is called, what she shows, and where it is brought."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Depends
from msgspec import Struct
from sqlalchemy.orm import Session
from starlette.responses import Response
from typing_extensions import override

from kiosk.contract.phrase import choose_phrase
from kiosk.hub.domain.pickup.line_title import name_line
from kiosk.hub.domain.redeem_code import format_code
from kiosk.hub.models.catalogue.article import find_article
from kiosk.hub.models.members.member import list_kin
from kiosk.hub.models.pickup.pickup import OPEN, PICK_UP, Pickup, PickupLine, list_pickups_of
from kiosk.hub.pages.visitor.her_request import HerRequest
from kiosk.hub.pages.visitor.own_phone import find_own_phone
from kiosk.hub.text.moment import format_moment
from kiosk.hub.text.pickup_words import PickupWords, choose_pickup_words
from kiosk.hub.web.page_request import PageRequestDep
from kiosk.hub.web.qr_path import QrPath, draw_qr

PICKUPS = "/pickups/{store_id}"
_MOST = 20
_PICKED = ("placed", "picking")

router = APIRouter(include_in_schema=False)


@dataclass(frozen=True, slots=True)
class PickupsRequest(HerRequest):
    """Who she is."""

    @property
    def phrases(self) -> PickupWords:
        """The phrases of her orders."""
        return choose_pickup_words(self.words.language)

    @property
    @override
    def shared(self) -> Mapping[str, object]:
        return {"phrases": self.phrases}


class LineView(Struct, frozen=True):
    """A line, and how it was found."""

    what: str
    found: str


class PickupView(Struct, frozen=True):
    """An order; `proof` and `drawn` are what she shows, once it lies ready for her.

    `address` is where it goes; `short` says that money goes back.
    """

    state: str
    placed: str
    called: str
    address: str
    short: str
    proof: str
    drawn: QrPath | None
    lines: list[LineView]


def require_pickups_request(page: PageRequestDep, store_id: str) -> PickupsRequest:
    """Whose orders they are. Raises as `find_own_phone` does."""
    store, key = find_own_phone(page, store_id)
    return PickupsRequest(page, store, key, store.language, f"pickups:{key}", PICKUPS.format(store_id=store_id))


@router.get(PICKUPS)
def show_pickups(own: Annotated[PickupsRequest, Depends(require_pickups_request)]) -> Response:
    """Show them, the latest first."""
    with own.hub.database.read() as session:
        rows = list_pickups_of(session, list_kin(session, own.member_key))[:_MOST]
        views = [_view(own, session, row) for row in rows]
    return own.show("pickups.html", {"pickups": views})


def _view(own: PickupsRequest, session: Session, pickup: Pickup) -> PickupView:
    phrases, is_hers = own.phrases, pickup.way == PICK_UP
    is_ready = is_hers and pickup.state == "ready"
    is_short = pickup.settlement_id is not None and any(line.found == "missing" for line in pickup.lines)
    moment = format_moment(pickup.placed_at, own.hub.now(), own.store.time_zone, own.words)
    return PickupView(
        state=phrases.states[f"{pickup.way}_{pickup.state}"],
        placed=phrases.placed.format(moment=moment),
        called=phrases.called.format(code=pickup.code) if is_hers and pickup.state in OPEN else "",
        address=pickup.address or "",
        short=phrases.short if is_short and pickup.state not in _PICKED else "",
        proof=format_code(pickup.proof) if is_ready else "",
        drawn=draw_qr(pickup.proof) if is_ready else None,
        lines=[_view_line(own, session, line) for line in pickup.lines],
    )


def _view_line(own: PickupsRequest, session: Session, line: PickupLine) -> LineView:
    title = name_line(session, own.store.id, line, own.words.language)
    what = title if line.count == 1 else own.phrases.several.format(count=line.count, title=title)
    article = find_article(session, own.store.id, line.substitute) if line.substitute else None
    if article is not None:
        instead = choose_phrase(article.title, own.words.language)
        return LineView(what, own.phrases.substitute.format(title=instead))
    return LineView(what, own.phrases.found[line.found])
