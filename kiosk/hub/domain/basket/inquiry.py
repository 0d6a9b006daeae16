"""What a screen is told of a code that was scanned there, and what becomes of it in the basket of who stands there."""

from datetime import timedelta
from hmac import compare_digest
from hmac import digest as digest_by

from msgspec import Struct
from msgspec.structs import replace
from sqlalchemy.orm import Session

from kiosk.contract.money import Money
from kiosk.contract.place import EXIT
from kiosk.contract.scan import ScanAnswer, Variant
from kiosk.contract.shelf_price import ShelfPrice
from kiosk.hub.context import Hub
from kiosk.hub.domain.basket.benefits import list_benefits
from kiosk.hub.domain.basket.change import AddAtScreen, BasketFull, BasketLocked, CodeMissed, change_basket
from kiosk.hub.domain.basket.facts import Facts, gather_month
from kiosk.hub.domain.basket.lookup import Hit, look_up
from kiosk.hub.domain.visit.door import come_in
from kiosk.hub.domain.visit.exit import stay_on
from kiosk.hub.domain.visit.visit import Arrival, find_running
from kiosk.hub.models.basket.basket_change import find_change_since
from kiosk.hub.models.catalogue.article import Article
from kiosk.hub.models.catalogue.article_price import list_article_prices, reckon_article_reduction
from kiosk.hub.models.catalogue.shelf_price import state_shelf_price
from kiosk.hub.models.conversation.bookmark import find_bookmark
from kiosk.hub.models.members.member import Member, find_person
from kiosk.hub.models.screens.screen import find_screen
from kiosk.hub.models.store.form_key import get_form_key
from kiosk.hub.models.visit.visit import Visit
from kiosk.pricing.cents import round_to_cents, to_amount

FRESH = timedelta(minutes=10)
"""Who did nothing at a screen for so long is not there any more."""
_MOST_VARIANTS, _MOST_MATCHING, _LONGEST = 12, 3, 64
_SEALED, _SEAL = ".", 32


class Inquiry(Struct, frozen=True):
    """A scan at a screen: what the code says, and by what an earlier tap there is known, if there was one."""

    id: str
    store_id: str
    screen_id: str
    code: str
    by: str | None = None


def tell_article(hub: Hub, session: Session, inquiry: Inquiry, take_url: str) -> ScanAnswer:
    """What it is; `take_url` is where a phone takes it along."""
    hit = look_up(session, inquiry.store_id, inquiry.code, hub.settings.scale_labels)
    if not isinstance(hit, Hit):
        return ScanAnswer(miss=hit)
    benefits = list_benefits(session, inquiry.store_id, [], hub.now(), [])
    facts = gather_month(session, hit.article, benefits, hub.now())
    return ScanAnswer(
        article=_state_price(hub, session, hit),
        sum=_reckon_sum(hit),
        stock=hit.article.stock,
        variants=_list_variants(facts)[:_MOST_VARIANTS],
        matching=tuple(dict(benefit.title) for benefit in facts.benefits)[:_MOST_MATCHING],
        take_url=take_url,
    )


def put_in(hub: Hub, session: Session, inquiry: Inquiry, member: Member, answer: ScanAnswer) -> ScanAnswer:
    """Have it put into her basket, and say so; by her scans she is in the store, and known again for a while."""
    _be_there(hub, session, inquiry, member)
    visit = find_running(hub, session, find_person(session, member))
    guest = _name_guest(session, visit.id, inquiry.screen_id) if visit else None
    try:
        change_basket(hub, session, member, _name_change(inquiry), AddAtScreen(inquiry.code, inquiry.screen_id))
    except BasketFull:
        return replace(answer, basket="full", take_url=None, guest=guest)
    except BasketLocked:
        return replace(answer, basket="locked", take_url=None, guest=guest)
    except CodeMissed as missed:
        return ScanAnswer(miss=missed.miss)
    return replace(answer, basket="added", take_url=None, guest=guest)


def _be_there(hub: Hub, session: Session, inquiry: Inquiry, member: Member) -> None:
    """Nobody comes in by an exit, not even by a scan there."""
    screen = find_screen(session, inquiry.store_id, inquiry.screen_id)
    if screen is not None and screen.place == EXIT:
        stay_on(hub, session, member, hub.now())
    else:
        come_in(hub, session, member, Arrival("card", hub.now()))


def find_asker(hub: Hub, session: Session, inquiry: Inquiry) -> Member | None:
    """Whose scan it is: whose basket it lies in already, or who tapped at this screen a moment ago."""
    since = hub.now() - FRESH
    made = find_change_since(session, _name_change(inquiry), since)
    if made is not None:
        return session.get(Member, made.member_key)
    bookmark = find_bookmark(session, inquiry.by) if inquiry.by else None
    if bookmark is not None:
        is_here = (bookmark.store_id, bookmark.screen_id) == (inquiry.store_id, inquiry.screen_id)
        return session.get(Member, bookmark.member_key) if is_here and bookmark.kept_at >= since else None
    visit = _find_guest(session, inquiry)
    is_here = visit is not None and visit.store_id == inquiry.store_id and visit.seen_at >= since
    return session.get(Member, visit.member_key) if visit is not None and is_here and not visit.ended_at else None


def _find_guest(session: Session, inquiry: Inquiry) -> Visit | None:
    """The visit that an answer to this very screen named."""
    by = inquiry.by or ""
    visit = session.get(Visit, by.partition(_SEALED)[0])
    if visit is None:
        return None
    named = _name_guest(session, visit.id, inquiry.screen_id)
    return visit if compare_digest(named.encode(), by.encode()) else None


def _name_guest(session: Session, visit_id: str, screen_id: str) -> str:
    """Her visit, sealed for one screen: at another it names nobody."""
    seal = digest_by(get_form_key(session), f"guest:{screen_id}:{visit_id}".encode(), "sha256")
    return f"{visit_id}{_SEALED}{seal.hex()[:_SEAL]}"


def _name_change(inquiry: Inquiry) -> str:
    return f"scan:{inquiry.screen_id}:{inquiry.id}"


def _state_price(hub: Hub, session: Session, hit: Hit) -> ShelfPrice:
    """As the shelf has it; of what bears its price on a label alone, that price."""
    article = hit.article
    reduction = reckon_article_reduction(list_article_prices(session, article), hub.now())
    price = hit.reading.price if hit.reading.price is not None else article.price
    stated = state_shelf_price(article, reduction)
    return stated or ShelfPrice(code=article.code, title=article.title, price=Money(price, article.currency))


def _reckon_sum(hit: Hit) -> Money | None:
    """What this piece costs, where it is weighed."""
    if hit.article.sold_by != "weight" or hit.reading.weight is None:
        return None
    return Money(to_amount(round_to_cents(hit.article.price * hit.reading.weight)), hit.article.currency)


def _list_variants(facts: Facts) -> tuple[Variant, ...]:
    return tuple(Variant(_name(one), one.stock) for one in facts.family if one.variant)


def _name(article: Article) -> str:
    return (article.variant or "")[:_LONGEST]
