"""`GET /v1/catalogue`: the offers and the loop of a store, told again only when they changed."""

from collections.abc import Iterator
from typing import Annotated

import msgspec
from fastapi import APIRouter, Header
from sqlalchemy.orm import Session
from starlette.responses import Response

from kiosk.contract.offer import Offer
from kiosk.contract.place import DOOR
from kiosk.hub.context import Hub, HubDep
from kiosk.hub.domain.benefits.coupon_life import count_taken
from kiosk.hub.domain.kept.redemption import count_redeemed
from kiosk.hub.domain.screens.targeting import target_offer
from kiosk.hub.models.catalogue.offer import list_offers, state_offer
from kiosk.hub.models.catalogue.playlist_item import list_screen_items, state_item
from kiosk.hub.models.screens.screen_state import Caller
from kiosk.hub.models.store.store import get_store
from kiosk.hub.web.answers import Answer, describe
from kiosk.hub.web.auth import CallerDep, require_own
from kiosk.hub.web.etag import is_known, make_etag
from kiosk.hub.web.links import link_offer, link_visit
from kiosk.hub.web.screen_answers import CatalogueAnswer

router = APIRouter()


@router.get(
    "/v1/catalogue", responses={200: describe(CatalogueAnswer, "The catalogue"), 304: {"description": "Unchanged"}}
)
def get_catalogue(
    hub: HubDep, caller: CallerDep, store: str, screen: str, if_none_match: Annotated[str | None, Header()] = None
) -> Response:
    """The store's offers and the loop."""
    require_own(caller, store, screen)
    with hub.database.read() as session:
        catalogue = _state_catalogue(hub, session, caller)
    etag = make_etag(msgspec.json.encode(catalogue))
    headers = {"ETag": etag, "Cache-Control": "private, no-cache"}
    if is_known(etag, if_none_match):
        return Response(status_code=304, headers=headers)
    return Answer(catalogue, headers=headers)


def _state_catalogue(hub: Hub, session: Session, caller: Caller) -> CatalogueAnswer:
    store = get_store(session, caller.store)
    return CatalogueAnswer(
        store=caller.store,
        offers=list(_state_offers(hub, session, caller)),
        playlist=[state_item(item) for item in list_screen_items(session, caller.store, caller.screen)],
        redeemed=count_redeemed(session, caller.store, caller.screen),
        contacts_per_day=store.contacts_per_day,
        playlist_epoch=store.playlist_epoch,
        place=caller.place,
        visit_url=link_visit(hub.settings.public_url, caller.store) if caller.place == DOOR else None,
    )


def _state_offers(hub: Hub, session: Session, caller: Caller) -> Iterator[Offer]:
    now, salt = hub.now(), get_store(session, caller.store).control_salt
    offers = list_offers(session, caller.store)
    taken = count_taken(session, caller.store, [offer.id for offer in offers if offer.budget])
    for offer in offers:
        stated = state_offer(offer, now, link_offer(hub.settings.public_url, offer.id, caller.screen))
        yield target_offer(stated, taken.get(offer.id, 0), salt)
