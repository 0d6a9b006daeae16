"""From a basket and the benefits that are there for it to what it costs."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from kiosk.pricing.basket import Basket, Line
from kiosk.pricing.benefit import Benefit
from kiosk.pricing.cents import to_amount
from kiosk.pricing.claim import Claim, make_claim, take
from kiosk.pricing.idle import find_flaw, tell_idle
from kiosk.pricing.island import list_islands
from kiosk.pricing.lot import Cut, Lot
from kiosk.pricing.plan import make_plan
from kiosk.pricing.priced import IdleReason, PricedBasket, PricedLine, Saving
from kiosk.pricing.search import MOST_WAYS, Search
from kiosk.pricing.tax import share_taxes


def price_basket(basket: Basket, benefits: Iterable[Benefit] = (), most_ways: int = MOST_WAYS) -> PricedBasket:
    """The basket at the best price that these benefits legally make.

    Neither the order of the lines nor that of the benefits matters. `most_ways` bounds the search.
    """
    lines = sorted(basket.lines, key=lambda line: line.id)
    ordered = sorted(benefits, key=lambda benefit: benefit.id)
    claims = [make_claim(place, benefit, lines) for place, benefit in enumerate(ordered)]
    lots = [Lot(index, line.piece_cents, line.count) for index, line in enumerate(lines)]
    flaws: dict[int, IdleReason | None] = {claim.place: find_flaw(claim, lots) for claim in claims}
    cuts, doubt = _find_cuts([claim for claim in claims if flaws[claim.place] is None], lots, most_ways)
    by_id = {line.id: _price_line(index, line, cuts, ordered) for index, line in enumerate(lines)}
    priced = tuple(by_id[line.id] for line in basket.lines)
    used = {cut.benefit for cut in cuts}
    return PricedBasket(
        currency=basket.currency,
        lines=priced,
        taxes=share_taxes(priced, basket.rates),
        idle=tuple(tell_idle(claim, flaws[claim.place], lots) for claim in claims if claim.place not in used),
        total=_add(one.total for one in priced),
        saved=_add(one.before - one.goods for one in priced),
        doubt=to_amount(doubt),
    )


def _find_cuts(claims: Sequence[Claim], lots: Sequence[Lot], ways: int) -> tuple[list[Cut], int]:
    """The cuts of the best combination, and how many cents another one might save beyond it."""
    plan = make_plan(claims, lots)
    cuts, after, doubt = list[Cut](), list[Lot](), 0
    for island in list_islands(plan.steps, len(lots)):
        found = Search(island, lots, ways).run()
        cuts += found.cuts
        after += found.lots
        doubt += found.doubt
        ways = found.ways_left
    for claim in plan.last:
        cuts += take(claim, after).cuts
    return cuts, doubt


def _price_line(index: int, line: Line, cuts: Iterable[Cut], benefits: Sequence[Benefit]) -> PricedLine:
    by_benefit: dict[int, tuple[int, int]] = {}
    for cut in cuts:
        if cut.line == index:
            count, saved = by_benefit.get(cut.benefit, (0, 0))
            by_benefit[cut.benefit] = (count + cut.pieces, saved + cut.pieces * cut.saving)
    savings = tuple(_tell_saving(benefits[place], *by_benefit[place]) for place in sorted(by_benefit))
    before = to_amount(line.count * line.piece_cents)
    goods = before - _add(saving.amount for saving in savings)
    return PricedLine(line, before, savings, goods, to_amount(line.deposit_cents))


def _tell_saving(benefit: Benefit, count: int, cents: int) -> Saving:
    return Saving(benefit.id, benefit.title, benefit.source, count, to_amount(cents))


def _add(amounts: Iterable[Decimal]) -> Decimal:
    return sum(amounts, Decimal("0.00"))
