"""A sheet to print and hang at the store's door: whose phone reads it comes in by that, or opens her basket."""

from collections.abc import Iterator

from fastapi import APIRouter
from msgspec import Struct
from starlette.responses import Response

from kiosk.hub.console.desk import Desk, DeskDep
from kiosk.hub.web.links import link_basket, link_visit
from kiosk.hub.web.qr_path import QrPath, draw_qr

DOOR = "/console/door"

router = APIRouter(include_in_schema=False)


class CodeView(Struct, frozen=True):
    """A code with what is printed beside it: what it is for, how to go about it, and where it leads."""

    title: str
    line: str
    link: str
    drawn: QrPath


@router.get(DOOR)
def show_door(desk: DeskDep) -> Response:
    """Show the sheet as it is printed."""
    return desk.show("console_door.html", {"codes": list(_list_codes(desk))})


def _list_codes(desk: Desk) -> Iterator[CodeView]:
    words, public_url, store_id = desk.words["door"], desk.hub.settings.public_url, desk.store.id
    for name, link in (("visit", link_visit(public_url, store_id)), ("basket", link_basket(public_url, store_id))):
        yield CodeView(words[name], words[f"{name}_line"], link, draw_qr(link))
