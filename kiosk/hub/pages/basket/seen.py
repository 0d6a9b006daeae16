"""The picture that a page loads beside what she has to pay: who asks for it shows that the page is there.

An answer may be lost on its way to a phone. The picture is a dot that nobody sees, and needs no script.
"""

from typing import Annotated

from fastapi import APIRouter, Path
from starlette.responses import Response

from kiosk.hub.domain.basket.standing import gather_basket
from kiosk.hub.domain.leaving.shown import note_shown
from kiosk.hub.pages.basket.basket_request import BASKET, BasketRequest, BasketRequestDep

router = APIRouter(include_in_schema=False)
_DOT = bytes.fromhex("47494638396101000100800000000000ffffff21f90401000000002c000000000100010000020144003b")
"""A GIF of one transparent pixel."""
_HEADERS = {"Cache-Control": "no-store"}


@router.get(BASKET + "/seen/{bill}")
def show_dot(own: BasketRequestDep, bill: Annotated[str, Path(max_length=128)]) -> Response:
    """Note that her phone shows this bill, if it is what she has to pay now."""
    if _is_loaded(own):
        with own.hub.database.write() as session:
            member = own.get_member(session)
            if gather_basket(own.hub, session, member).bill == bill:
                note_shown(session, member, bill)
    return Response(_DOT, media_type="image/gif", headers=_HEADERS)


def _is_loaded(own: BasketRequest) -> bool:
    """Whether it is loaded as a picture of a page of the hub's own at which somebody looks."""
    return own.page.is_seen and own.page.request.headers.get("sec-fetch-dest", "image") == "image"
