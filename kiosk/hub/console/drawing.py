"""What the screens' own program drew, as a picture on a page, which comes by itself once it is there."""

from collections.abc import Callable

from fastapi import APIRouter
from starlette.responses import Response

from kiosk.hub.console.desk import DeskDep
from kiosk.hub.console.form.form import SIDES
from kiosk.hub.problem import Problem
from kiosk.hub.themes.queue import ShelfClosed

DRAWINGS = "/console/drawings"
_HEADERS = {"Cache-Control": "private, max-age=300", "X-Content-Type-Options": "nosniff"}

router = APIRouter(include_in_schema=False)


@router.get(f"{DRAWINGS}/{{order}}/{{picture}}")
def show_drawing(desk: DeskDep, order: str, picture: str) -> Response:
    """One of the pictures of what a page had drawn."""
    return answer_drawing(lambda: desk.hub.themes.deliver(order).get(picture))


def list_drawings(order: str, scene: str) -> dict[str, str]:
    """Where the pictures of this scene are, by side."""
    return {side: f"{DRAWINGS}/{order}/{scene}-{side}" for side in SIDES}


def answer_drawing(draw: Callable[[], bytes | None]) -> Response:
    """The WebP that is drawn, or when to ask again where others are drawn first: `static/drawing.js` does.

    Raises a 404 `Problem` where there is none.
    """
    try:
        drawn = draw()
    except ShelfClosed as closed:
        return Response(status_code=202, headers={**(closed.headers or {}), "Cache-Control": "no-store"})
    if drawn is None:
        raise Problem(404, "not_found", "No screen would draw this.")
    return Response(drawn, media_type="image/webp", headers=_HEADERS)
