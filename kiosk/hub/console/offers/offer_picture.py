"""An offer as it stands on the glass, drawn by the screens' own program while somebody writes it."""

from msgspec.structs import replace
from sqlalchemy.orm import Session

from kiosk.contract.offer import Offer
from kiosk.hub.console.desk import Desk
from kiosk.hub.console.drawing import list_drawings
from kiosk.hub.models.screens.theme_choice import list_choices
from kiosk.hub.themes.shelf import Look
from kiosk.hub.web.links import link_offer


def list_pictures(desk: Desk, session: Session, offer: Offer) -> dict[str, str]:
    """Where its pictures are, by side: as screens show it to who stands near, in the look that they were last given."""
    linked = replace(offer, link=link_offer(desk.hub.settings.public_url, offer.id, ""))
    look, language = _find_look(session, desk.store.id), desk.words["page"]["language"]
    return list_drawings(desk.hub.themes.order_offer(linked, language, look, desk.hub.settings.media), "offer")


def _find_look(session: Session, store_id: str) -> Look:
    """What was published last; where nothing was, or screens keep to their own settings, how they look unless told."""
    newest = next(iter(list_choices(session, store_id)), None)
    return Look(newest.theme, newest.options) if newest and newest.theme else Look()
