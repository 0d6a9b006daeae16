"""What a basket costs, found by trying everything, piece by piece: slow, and plain enough to be believed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby, product

from kiosk.pricing.basket import Basket, Line
from kiosk.pricing.benefit import Benefit, fits
from kiosk.pricing.cents import reckon_share, spread, to_cents
from kiosk.pricing.effect import Amount, Bundle, BuyGet, Effect, Lump, Percentage, Threshold


@dataclass
class Piece:
    """One piece on the belt."""

    line: int
    marks: frozenset[str]
    is_fixed: bool
    price: int


def save_most(basket: Basket, benefits: Sequence[Benefit]) -> int:
    """The most that a legal combination saves, in cents."""
    lines = sorted(basket.lines, key=lambda line: line.id)
    useful = [one for one in sorted(benefits, key=lambda one: one.id) if _try_alone(one, lines)[0]]
    contended = [one for one in useful if not _is_simple(one) and _contends(one, useful, lines)]
    ways = product([True, False], repeat=len(contended))
    return max(_save(lines, useful, [one for one, out in zip(contended, way, strict=True) if out]) for way in ways)


def _save(lines: list[Line], useful: list[Benefit], left_out: list[Benefit]) -> int:
    pieces = _unpack(lines)
    before = sum(piece.price for piece in pieces)
    for group in sorted({one.group for one in useful}):
        mine = [one for one in useful if one.group == group]
        free = pieces
        for benefit in sorted((one for one in mine if not _is_simple(one)), key=lambda one: _rate(one, lines)):
            taken = [] if benefit in left_out else _apply(benefit, free)
            free = [piece for piece in free if not any(piece is other for other in taken)]
        simple = [one for one in mine if _is_simple(one)]
        for piece in free:
            piece.price -= max((_save_on(one.effect, piece) for one in simple if _is_for(one, piece)), default=0)
    return before - sum(piece.price for piece in pieces)


def _unpack(lines: list[Line]) -> list[Piece]:
    return [
        Piece(index, line.marks, line.is_fixed, line.piece_cents)
        for index, line in enumerate(lines)
        for _ in range(line.count)
    ]


def _is_for(benefit: Benefit, piece: Piece) -> bool:
    return not piece.is_fixed and fits(benefit.marks, piece.marks)


def _is_simple(benefit: Benefit) -> bool:
    effect = benefit.effect.off if isinstance(benefit.effect, Threshold) else benefit.effect
    return isinstance(effect, Percentage | Amount) and benefit.most is None and benefit.budget is None


def _try_alone(benefit: Benefit, lines: list[Line]) -> tuple[int, int]:
    """What it saves if it is alone, and of how much."""
    pieces = _unpack(lines)
    effect = benefit.effect
    worth = sum(piece.price for piece in pieces if _is_for(benefit, piece))
    if benefit.most == 0 or (isinstance(effect, Threshold) and worth < to_cents(effect.at_least)):
        return 0, 0
    taken = _apply(benefit, pieces)
    saved = sum(line.piece_cents * line.count for line in lines) - sum(piece.price for piece in pieces)
    return saved, saved + sum(piece.price for piece in taken)


def _rate(benefit: Benefit, lines: list[Line]) -> tuple[Fraction, str]:
    return -Fraction(*_try_alone(benefit, lines)), benefit.id


def _contends(benefit: Benefit, useful: list[Benefit], lines: list[Line]) -> bool:
    others = [one for one in useful if one is not benefit and one.group == benefit.group]
    return any(_reach(benefit, lines) & _reach(other, lines) for other in others)


def _reach(benefit: Benefit, lines: list[Line]) -> set[int]:
    pieces = [piece for piece in _unpack(lines) if _is_for(benefit, piece)]
    if isinstance(benefit.effect, Bundle):
        return {piece.line for piece in pieces if any(fits(part.marks, piece.marks) for part in benefit.effect.parts)}
    return {piece.line for piece in pieces}


def _apply(benefit: Benefit, free: list[Piece]) -> list[Piece]:
    """Let it take pieces, and take off what it saves, as far as its budget goes; the pieces that it took."""
    mine = sorted((piece for piece in free if _is_for(benefit, piece)), key=lambda piece: (-piece.price, piece.line))
    left = None if benefit.budget is None else to_cents(benefit.budget)
    taken = list[Piece]()
    for piece, saving in list(_list_savings(benefit.effect, mine, benefit.most)):
        covered = saving if left is None else min(saving, left)
        left = None if left is None else left - covered
        piece.price -= covered
        taken.append(piece)
    return taken


def _list_savings(effect: Effect | Lump, mine: list[Piece], most: int | None) -> Iterator[tuple[Piece, int]]:
    limit = len(mine) if most is None else most
    match effect:
        case Threshold():
            yield from _list_savings(effect.off, mine, most)
        case Percentage() | Amount():
            yield from ((piece, _save_on(effect, piece)) for piece in mine[:limit])
        case Lump():
            yield from _spread(mine, min(to_cents(effect.amount), sum(piece.price for piece in mine)))
        case BuyGet():
            size = effect.buy + effect.get
            for time in range(min(limit, len(mine) // size)):
                for place, piece in enumerate(mine[time * size : (time + 1) * size]):
                    yield piece, _save_on(effect.off, piece) if place >= effect.buy else 0
        case Bundle():
            yield from _bundle(effect, mine, limit)


def _bundle(effect: Bundle, mine: list[Piece], limit: int) -> Iterator[tuple[Piece, int]]:
    parts, rest = list[list[Piece]](), mine
    for part in effect.parts:
        parts.append([piece for piece in rest if fits(part.marks, piece.marks)])
        rest = [piece for piece in rest if not fits(part.marks, piece.marks)]
    for time in range(limit):
        chosen = [
            pieces[time * part.count : (time + 1) * part.count]
            for part, pieces in zip(effect.parts, parts, strict=True)
        ]
        bundle = [piece for pieces in chosen for piece in pieces]
        saving = sum(piece.price for piece in bundle) - to_cents(effect.price)
        if len(bundle) < sum(part.count for part in effect.parts) or saving <= 0:
            return
        yield from _spread(bundle, saving)


def _spread(pieces: list[Piece], total: int) -> Iterator[tuple[Piece, int]]:
    lots = [list(lot) for _, lot in groupby(pieces, key=lambda piece: (piece.line, piece.price))]
    for lot, part in zip(lots, spread(total, [sum(piece.price for piece in lot) for lot in lots]), strict=True):
        each, more = divmod(part, len(lot))
        yield from ((piece, each + (place < more)) for place, piece in enumerate(lot))


def _save_on(effect: object, piece: Piece) -> int:
    match effect:
        case Percentage():
            return reckon_share(piece.price, to_cents(effect.percent))
        case Amount():
            return min(to_cents(effect.amount), piece.price)
        case Threshold():
            return _save_on(effect.off, piece)
        case _:
            return 0
