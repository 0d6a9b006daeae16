"""How a basket stands: what it costs now, and what keeps it from being paid."""

from typing import Literal, TypeAlias

from msgspec import Struct
from sqlalchemy.orm import Session

from kiosk.contract.money import Money
from kiosk.hub.context import Hub
from kiosk.hub.domain.basket.age import is_to_be_looked_at, name_asker
from kiosk.hub.domain.basket.benefits import list_benefits
from kiosk.hub.domain.basket.goods import RATES, is_sold_so, make_line
from kiosk.hub.domain.basket.rewarded import sum_rewarded
from kiosk.hub.domain.basket.seen import map_sold, mark_bill, mark_deal, mark_shown, reckon_seen
from kiosk.hub.domain.basket.stock import Stock, count_stock
from kiosk.hub.domain.basket.tenders import TenderChoice, list_choices
from kiosk.hub.domain.benefits.earning import Award
from kiosk.hub.domain.benefits.occasion import Occasion, foresee
from kiosk.hub.models.basket.basket import find_version, list_units
from kiosk.hub.models.basket.basket_line import BasketLine, list_basket_lines
from kiosk.hub.models.catalogue.article import Article
from kiosk.hub.models.members.member import Member, list_kin
from kiosk.pricing.basket import Basket
from kiosk.pricing.benefit import Benefit
from kiosk.pricing.price import price_basket
from kiosk.pricing.priced import PricedBasket, PricedLine

Note: TypeAlias = Literal[
    "price_rose", "price_fell", "not_sold", "scan_again", "sold_out", "too_few", "asks_age", "refused_age"
]
"""What is to be said of a line:

- `price_rose`: it costs more than when she saw it last; she is asked
- `price_fell`: it costs less, and she pays that
- `not_sold`: it is sold no more; it costs nothing and is not bought
- `scan_again`: it is not sold by what its code said; it costs nothing and is not bought
- `sold_out`: none is there to be picked up or brought; what she holds in her hands is there, whatever the list says
- `too_few`: not so many are there to be picked up or brought
- `asks_age`: somebody of the staff must look at her first
- `refused_age`: somebody looked, and she may not buy it
"""
_FREE: frozenset[Note] = frozenset({"price_fell"})


class LineStanding(Struct, frozen=True):
    """A line with what is to be said of it; without `article` it is sold no more, without `priced` not so.

    `left` is how many pieces there are to be fetched, `None` where nobody counts, or she takes it along.
    """

    line: BasketLine
    article: Article | None
    priced: PricedLine | None
    left: int | None
    notes: tuple[Note, ...]


class BasketStanding(Struct, frozen=True):
    """All lines, the latest first, and their price.

    `tenders` are what may pay beside money, `due` is what is left for that, and `brings` what she gets for it.
    `shown` tells these lines at these prices from others, `bill` what is left to be paid and what that is made of, and
    `deal` all that she agrees to by paying; `look_code` is by what the staff know for whom they look, empty where they
    need not; `is_payable`: there are lines, and nothing is left to be
    said. Of `benefits` there are all that hold for her, used or not.
    """

    version: int
    lines: tuple[LineStanding, ...]
    priced: PricedBasket
    tenders: tuple[TenderChoice, ...]
    due: Money
    brings: tuple[Award, ...]
    shown: str
    bill: str
    deal: str
    look_code: str
    benefits: tuple[Benefit, ...]
    is_payable: bool

    @property
    def goes_home(self) -> bool:
        """Whether something of it is brought home to her."""
        return any(one.line.way == "home" for one in self.lines)


def gather_basket(hub: Hub, session: Session, member: Member) -> BasketStanding:
    """The basket of this member, priced as it is bought now."""
    keys = list_kin(session, member.key)
    lines = list_basket_lines(session, keys)
    articles = map_sold(session, member.store_id, lines)
    sold = [line for line in lines if line.code in articles and is_sold_so(line, articles[line.code])]
    goods = tuple(make_line(line, articles[line.code]) for line in sold)
    benefits = tuple(list_benefits(session, member.store_id, keys, hub.now(), sold))
    priced = price_basket(Basket(goods, RATES), benefits)
    by_id = {one.line.id: one for one in priced.lines}
    stock = count_stock(session, member.store_id, keys, lines, articles)
    noted = tuple(_stand(line, articles.get(line.code), by_id.get(line.id), stock) for line in lines)
    total = Money(priced.total, priced.currency)
    tenders = list_choices(session, member, total, list_units(session, keys))
    chosen = [one for one in tenders if one.is_chosen]
    due = Money(total.amount - sum(one.quote.worth.amount for one in chosen), total.currency)
    version = find_version(session, keys)
    is_looked_at = any(is_to_be_looked_at(line, articles[line.code]) for line in sold)
    return BasketStanding(
        version=version,
        lines=noted,
        priced=priced,
        tenders=tenders,
        due=due,
        brings=_foresee(hub, session, member, sum_rewarded(priced, due.amount)),
        shown=mark_shown(lines, articles),
        bill=mark_bill(priced, [(one.unit, one.quote.steps) for one in chosen], due),
        deal=mark_deal(version, priced, due),
        look_code=name_asker(member.key, hub.now().date()) if is_looked_at else "",
        benefits=benefits,
        is_payable=bool(noted) and all(_FREE.issuperset(one.notes) for one in noted),
    )


def _foresee(hub: Hub, session: Session, member: Member, paid: Money) -> tuple[Award, ...]:
    """What the purchase brings: who pays no money buys nothing, as `note_purchase` has it."""
    purchase = Occasion("", "purchase", hub.now(), paid)
    awards = foresee(session, member, purchase, hub.now()) if paid.amount else []
    return tuple(award for award in awards if award.steps)


def _stand(line: BasketLine, article: Article | None, priced: PricedLine | None, stock: Stock) -> LineStanding:
    left = stock.left.get(line.code) if line.way != "take" else None
    is_short = left is not None and stock.fetched[line.code] > left
    return LineStanding(line, article, priced, left, _note_line(line, article, left if is_short else None))


def _note_line(line: BasketLine, article: Article | None, short: int | None) -> tuple[Note, ...]:
    if article is None:
        return ("not_sold",)
    if not is_sold_so(line, article):
        return ("scan_again",)
    said: dict[Note, bool] = {
        "price_rose": reckon_seen(article) > line.seen_price,
        "price_fell": reckon_seen(article) < line.seen_price,
        "sold_out": short == 0,
        "too_few": bool(short),
        "asks_age": is_to_be_looked_at(line, article) and line.refused_by is None,
        "refused_age": is_to_be_looked_at(line, article) and line.refused_by is not None,
    }
    return tuple(note for note, is_so in said.items() if is_so)
