"""`POST /v1/chatwoot/{door}`: the store's Chatwoot says that something happened there."""

import hmac
from typing import Annotated

from fastapi import APIRouter, Depends, Request
from starlette.responses import Response

from kiosk.hub.chatwoot.bell import Ring, check_signature, read_ring
from kiosk.hub.context import Hub, HubDep
from kiosk.hub.models.outside.chatwoot_link import find_link_by_number, hurry
from kiosk.hub.problem import Problem
from kiosk.hub.routes.action import read_body

router = APIRouter(include_in_schema=False)


@router.post("/v1/chatwoot/{door}")
def post_ring(hub: HubDep, request: Request, door: str, body: Annotated[bytes, Depends(read_body)]) -> Response:
    """Take a webhook of Chatwoot; who rings is known by the address, and by the signature where one is agreed on."""
    chatwoot = hub.settings.chatwoot
    if chatwoot is None or not hmac.compare_digest(door.encode(), chatwoot.door.encode()):
        raise Problem(404, "not_found", "There is nothing here.")
    if chatwoot.signing_secret is not None:
        check_signature(chatwoot.signing_secret, request.headers, body, hub.now())
    ring = read_ring(body)
    if ring is not None:
        _hear(hub, ring)
    return Response(status_code=202)


def _hear(hub: Hub, ring: Ring) -> None:
    """Look there soon, and from before that message on: it may be one that was read before, and changed."""
    with hub.database.write() as session:
        link = find_link_by_number(session, ring.number)
        if link is None:
            return
        if ring.message_id is not None:
            link.heard_id = min(link.heard_id, ring.message_id - 1)
        hurry(link, hub.now())
