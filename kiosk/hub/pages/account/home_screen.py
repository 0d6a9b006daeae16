"""What a phone needs to lay a member's page on its home screen: there an iPhone rings for it, and nowhere else.

W3C Web Application Manifest; iOS rings for web apps on its Home Screen alone (WebKit, since iOS 16.4).
"""

from typing import Literal

import msgspec
from fastapi import APIRouter
from starlette.responses import Response

from kiosk.hub.models.store.store import Store
from kiosk.hub.pages.account.messages import MESSAGES
from kiosk.hub.problem import Problem
from kiosk.hub.wallet.brand import PAPER, write_hex
from kiosk.hub.web.page_request import PageRequestDep

router = APIRouter(include_in_schema=False)
_HERE = "/home-screen"
_SIDES = (192, 512)
_A_DAY = {"Cache-Control": "public, max-age=86400"}


@router.get(_HERE + "/{store_id}.webmanifest")
def get_manifest(page: PageRequestDep, store_id: str) -> Response:
    """How the page is called there, and what it begins with: of nobody, for it is asked for without a cookie."""
    with page.hub.database.read() as session:
        store = session.get(Store, store_id)
        if store is None:
            raise Problem(404, "not_found", "There is no such store.")
        values = _describe(store)
    return Response(msgspec.json.encode(values), headers=_A_DAY, media_type="application/manifest+json")


@router.get(_HERE + "/icon-{side}.png")
def get_icon(side: Literal["180", "192", "512"]) -> Response:
    """The hub's mark, so many pixels wide."""
    from kiosk.hub.wallet.mark import draw_icon  # noqa: PLC0415 # Pillow is slow to load

    return Response(draw_icon(int(side)), headers=_A_DAY, media_type="image/png")


def _describe(store: Store) -> dict[str, object]:
    icons = [{"src": f"{_HERE}/icon-{side}.png", "sizes": f"{side}x{side}", "type": "image/png"} for side in _SIDES]
    return {
        "id": MESSAGES,
        "name": store.name,
        "short_name": store.name,
        "lang": store.language,
        "start_url": MESSAGES,
        "scope": "/",
        "display": "standalone",
        "background_color": write_hex(PAPER),
        "theme_color": write_hex(PAPER),
        "icons": icons,
    }
