"""`GET /v1/themes/{sha256}`: a theme of the store's own as a `.zip`, for a screen that was told to wear it."""

from typing import Any

from fastapi import APIRouter, Depends
from starlette.responses import FileResponse, Response

from kiosk.hub.context import HubDep
from kiosk.hub.problem import Problem
from kiosk.hub.themes.packages import find_package
from kiosk.hub.web.auth import find_caller

router = APIRouter()
_ZIP = {"application/zip": {"schema": {"type": "string", "format": "binary"}}}
_RESPONSES: dict[int | str, dict[str, Any]] = {200: {"description": "The package", "content": _ZIP}}
_HEADERS = {"Cache-Control": "private, max-age=31536000, immutable", "X-Content-Type-Options": "nosniff"}


@router.get("/v1/themes/{sha256}", dependencies=[Depends(find_caller)], response_class=Response, responses=_RESPONSES)
def get_theme(hub: HubDep, sha256: str) -> Response:
    """The package whose hash this is."""
    path = find_package(hub.settings.media, sha256)
    if path is None:
        raise Problem(404, "not_found", "There is no such theme.")
    return FileResponse(path, headers=_HEADERS, media_type="application/zip")
