"""What the screens' own program drew, as a picture on a page."""

from starlette.responses import Response

from kiosk.hub.problem import Problem

_HEADERS = {"Cache-Control": "private, max-age=300", "X-Content-Type-Options": "nosniff"}


def answer_drawing(drawn: bytes | None) -> Response:
    """This WebP; raises a 404 `Problem` where there is none."""
    if drawn is None:
        raise Problem(404, "not_found", "No screen would draw this.")
    return Response(drawn, media_type="image/webp", headers=_HEADERS)
