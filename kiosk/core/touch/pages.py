"""Somebody leafs through the offers at the glass: nobody known, and nobody hurries her."""

from msgspec.structs import replace

from kiosk.contract.instant import Instant
from kiosk.contract.offer import Offer
from kiosk.contract.phrase import choose_language
from kiosk.core.effects import AnnounceShown
from kiosk.core.floor import Floor
from kiosk.core.glass.scene import Browsing, Saved
from kiosk.core.glass.scene_change import bring_on, keep_on
from kiosk.core.glass.showing import Showing
from kiosk.core.loop.programme import list_offers
from kiosk.core.step import Step
from kiosk.core.touch.browse import Browse

WARNING_S = 20.0
"""So long before her time is up the glass asks whether she is still there. Source: WCAG 2.2.1 (EN 301 549, 11.2.2.1):
at least 20 seconds in which one simple action gives her all of it again, as often as she likes."""


def list_pages(floor: Floor, now: Instant) -> list[Offer]:
    """What can be leafed through, the offers for everybody; none where nobody does, or not any more."""
    browse = floor.touch.browse
    if browse is None or now.mono >= _find_end(floor, browse):
        return []
    return list_offers(floor, now)


def turn_page(floor: Floor, browse: Browse, by: int, now: Instant) -> Browse:
    """Go on by so many offers, or back; after the last comes the first."""
    pages = list_pages(floor, now)
    return replace(browse, offer=pages[(_find_place(pages, browse) + by) % len(pages)].id) if pages else browse


def show_page(floor: Floor, browse: Browse, pages: list[Offer], now: Instant) -> Step:
    """Bring on the offer that she is at, or let it stay."""
    place, scene = _find_place(pages, browse), floor.scene
    offer, ends_at = pages[place], _find_end(floor, browse)
    stays = isinstance(scene, Browsing) and scene.offer.id == offer.id
    is_ending = now.mono >= ends_at - WARNING_S
    page = Browsing(
        offer=offer,
        language=choose_language(offer.title, browse.language, floor.rules.languages),
        impression=scene.impression if stays else now.fresh_id,
        place=place,
        count=len(pages),
        comfort=browse.comfort,
        ending=is_ending,
        reader_ready=floor.glass.reader_ready,
        hint=scene.hint,
        identify=scene.identify,
    )
    until = ends_at if is_ending else ends_at - WARNING_S
    if stays:
        return Step(replace(floor, glass=keep_on(floor.glass, page, ends_at=ends_at, until=until)))
    shown = bring_on(floor.glass, Showing(page, now.mono, ends_at, until))
    return Step(replace(floor, glass=shown), (_announce(floor, offer, now),))


def _announce(floor: Floor, offer: Offer, now: Instant) -> AnnounceShown:
    """Whose touch had to wait, for an offer or a kept one, was not answered by it but by the clock."""
    browse, touch = floor.touch.browse, floor.touch.last
    is_fresh = browse and browse.touched_at == now.mono and not isinstance(floor.scene, Saved)
    heard_at = touch.felt_at if touch and is_fresh else now.mono
    return AnnounceShown(now.fresh_id, offer.id, None, "touch", heard_at)


def _find_end(floor: Floor, browse: Browse) -> float:
    return browse.touched_at + floor.rules.browse_s


def _find_place(pages: list[Offer], browse: Browse) -> int:
    """Where she is; where her offer is gone, or was never for everybody: at the first."""
    return next((place for place, offer in enumerate(pages) if offer.id == browse.offer), 0)
