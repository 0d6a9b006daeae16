"""What who looks at themes hears while the screens' own program cannot say or draw what is asked for."""

from fastapi import Request
from starlette.responses import Response

from kiosk.hub.problem import Problem
from kiosk.hub.web.problems import answer

RETRY_AFTER_S = 5
_DETAIL = "The themes cannot be read or drawn now; repeat later."


async def answer_shelf_closed(request: Request, _error: Exception) -> Response:
    """Come again in a moment: 503."""
    return answer(request, Problem(503, "themes_busy", _DETAIL, {"Retry-After": str(RETRY_AFTER_S)}))
