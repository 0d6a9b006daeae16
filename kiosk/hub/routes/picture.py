"""`GET /v1/media/{name}`: pictures that never change; shop windows are public, so they need no token."""

from typing import Annotated, Any

from fastapi import APIRouter, Header
from starlette.responses import FileResponse, Response

from kiosk.hub.context import HubDep
from kiosk.hub.models.catalogue.picture import find_picture
from kiosk.hub.problem import Problem
from kiosk.hub.web.etag import is_known

router = APIRouter()
_IMAGE = {"image/*": {"schema": {"type": "string", "format": "binary"}}}
_RESPONSES: dict[int | str, dict[str, Any]] = {
    200: {"description": "The picture", "content": _IMAGE},
    206: {"description": "The range that was asked for", "content": _IMAGE},
    304: {"description": "Unchanged"},
    416: {"description": "There is no such range"},
}


@router.head("/v1/media/{name}", include_in_schema=False)
@router.get("/v1/media/{name}", response_class=Response, responses=_RESPONSES)
def get_media(hub: HubDep, name: str, if_none_match: Annotated[str | None, Header()] = None) -> Response:
    """A picture, whole or in ranges."""
    with hub.database.read() as session:
        picture = find_picture(session, name)
    # Only names that the database knows reach the disk: no path can be made up.
    if picture is None or not (hub.settings.media / picture.name).is_file():
        raise Problem(404, "not_found", "There is no such picture.")
    etag = f'"{picture.sha256}"'
    headers = {
        "ETag": etag,
        "Cache-Control": "public, max-age=31536000, immutable",
        "X-Content-Type-Options": "nosniff",
    }
    if is_known(etag, if_none_match):
        return Response(status_code=304, headers=headers)
    return FileResponse(hub.settings.media / picture.name, headers=headers)
