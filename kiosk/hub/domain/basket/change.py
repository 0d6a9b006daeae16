"""What a member changes in her basket: each change counts once, however often a phone sends it."""

from typing import Annotated, TypeAlias, assert_never

import msgspec
from msgspec import Meta, Struct
from sqlalchemy.orm import Session

from kiosk.hub.context import Hub
from kiosk.hub.domain.basket.goods import is_sold_so
from kiosk.hub.domain.basket.lookup import Hit, Miss, look_up
from kiosk.hub.domain.basket.seen import map_sold, mark_shown, reckon_seen
from kiosk.hub.domain.benefits.unit import Unit
from kiosk.hub.domain.digest import digest
from kiosk.hub.models.basket.basket import Basket, open_basket
from kiosk.hub.models.basket.basket_change import BasketChange, find_change
from kiosk.hub.models.basket.basket_line import BasketLine, Way, find_basket_line, list_basket_lines
from kiosk.hub.models.members.member import Member, list_kin
from kiosk.hub.models.settlement.settlement import find_open
from kiosk.hub.problem import Problem

MOST_LINES, MOST_PIECES = 100, 99
_ABSURD: Miss = "absurd_measure"
Count: TypeAlias = Annotated[int, Meta(ge=0, le=MOST_PIECES)]


class Add(Struct, frozen=True, tag="add"):
    """What this code stands for."""

    code: str
    way: Way = "take"


class AddAtScreen(Struct, frozen=True, tag="screen"):
    """What this code stands for, by a card at this screen: a copy of it, or the next shopper, may have done so."""

    code: str
    screen_id: str


class SetCount(Struct, frozen=True, tag="count"):
    """So many pieces in this line; with none it goes."""

    line: str
    count: Count


class AddPiece(Struct, frozen=True, tag="more"):
    """One piece more in this line, or with -1 one less, however many another phone made it meanwhile."""

    line: str
    by: Annotated[int, Meta(ge=-1, le=1)]


class SetWay(Struct, frozen=True, tag="way"):
    """This line shall come to her so."""

    line: str
    way: Way


class UseUnit(Struct, frozen=True, tag="unit"):
    """She wants to pay with what she has of this unit, too, or not."""

    unit: Unit
    is_used: bool


class Accept(Struct, frozen=True, tag="accept"):
    """She agrees to the lines and prices that she was `shown`; to others she does not."""

    shown: str


class Confirm(Accept, frozen=True, tag="confirm"):
    """She says besides that all of it is hers, whoever put it in."""


Change: TypeAlias = Add | AddAtScreen | SetCount | AddPiece | SetWay | UseUnit | Accept | Confirm


class CodeMissed(Problem):
    """A code that leads to no article, and why."""

    def __init__(self, miss: Miss) -> None:
        super().__init__(422, f"code_{miss}", "The code leads to nothing that can be put into a basket.")
        self.miss = miss


class BasketLocked(Problem):
    """It is being paid for: what she agreed to stays as it is until that is over."""

    def __init__(self) -> None:
        super().__init__(409, "basket_locked", "The basket is being paid for; it can be changed once that is over.")


class BasketFull(Problem):
    """More than a basket can hold."""

    def __init__(self) -> None:
        super().__init__(422, "basket_full", f"A basket holds {MOST_LINES} lines, and of each {MOST_PIECES} pieces.")


def change_basket(hub: Hub, session: Session, member: Member, change_id: str, change: Change) -> None:
    """Make this change, unless it was made under this id already.

    Raises `CodeMissed`, `BasketFull`, `BasketLocked`, a 422 `Problem` for an id that another change had, and a 404 for
    a line that is not hers.
    """
    keys = list_kin(session, member.key)
    fingerprint = digest(msgspec.json.encode(change).decode())
    known = find_change(session, keys, change_id)
    if known is not None:
        if known.fingerprint != fingerprint:
            raise Problem(422, "idempotency_key_reused", "Another change of the basket had this id.")
        return
    if find_open(session, keys):
        raise BasketLocked
    basket = open_basket(session, member.key, hub.now())
    _apply(hub, session, basket, member, change)
    note_change(hub, session, basket, change_id, fingerprint)


def note_change(hub: Hub, session: Session, basket: Basket, change_id: str, fingerprint: str = "") -> None:
    """Let all of her open pages hear that something of her basket is another by now."""
    basket.version += 1
    basket.changed_at = hub.now()
    session.add(
        BasketChange(member_key=basket.member_key, id=change_id, fingerprint=fingerprint, made_at=basket.changed_at)
    )
    session.flush()


def _apply(hub: Hub, session: Session, basket: Basket, member: Member, change: Change) -> None:
    match change:
        case Add():
            _add(hub, session, member, change)
        case AddAtScreen():
            _add(hub, session, member, Add(change.code), change.screen_id)
        case SetCount():
            _set_count(session, _get_line(session, member, change.line), change.count)
        case AddPiece():
            line = _get_line(session, member, change.line)
            _set_count(session, line, line.count + change.by)
        case SetWay():
            _set_way(session, _get_line(session, member, change.line), change.way)
        case UseUnit():
            _use_unit(basket, change)
        case Accept():
            _accept(session, member, change)
        case _:
            assert_never(change)


def _add(hub: Hub, session: Session, member: Member, add: Add, screen_id: str | None = None) -> None:
    hit = look_up(session, member.store_id, add.code, hub.settings.scale_labels)
    if not isinstance(hit, Hit):
        raise CodeMissed(hit)
    lines = list_basket_lines(session, list_kin(session, member.key))
    count = hit.reading.count or 1
    own = [line for line in lines if line.member_key == member.key]
    same = next((line for line in own if _is_alike(line, hit, add.way)), None)
    if same is not None:
        _set_count(session, same, same.count + count)
        same.added_at, same.screen_id = hub.now(), screen_id or same.screen_id
        return
    if len(lines) >= MOST_LINES or count > MOST_PIECES:
        raise BasketFull
    line = _make_line(hub, member, hit, add.way, count)
    if not is_sold_so(line, hit.article):
        raise CodeMissed(_ABSURD)
    line.screen_id = screen_id
    session.add(line)


def _make_line(hub: Hub, member: Member, hit: Hit, way: Way, count: int) -> BasketLine:
    article, reading = hit.article, hit.reading
    return BasketLine(
        id=hub.mint(),
        member_key=member.key,
        code=article.code,
        count=count,
        way=way,
        seen_price=reckon_seen(article),
        added_at=hub.now(),
        weight=reading.weight if article.sold_by == "weight" else None,
        label_price=reading.price if article.sold_by == "label" else None,
    )


def _is_alike(line: BasketLine, hit: Hit, way: str) -> bool:
    is_piece = hit.article.sold_by == "piece" and not line.is_single
    return is_piece and (line.code, line.way) == (hit.article.code, way)


def _set_count(session: Session, line: BasketLine, count: int) -> None:
    if count > MOST_PIECES or (line.is_single and count > 1):
        raise BasketFull
    if count > line.count:
        # Who looked at her saw fewer.
        line.approved_by = line.approved_age = None
    line.count = count
    if not count:
        session.delete(line)


def _set_way(session: Session, line: BasketLine, way: Way) -> None:
    """Pieces that come to her in one way lie in one line."""
    others = [one for one in list_basket_lines(session, [line.member_key]) if one.id != line.id and not one.is_single]
    same = next((one for one in others if (one.code, one.way) == (line.code, way)), None)
    if same is None or line.is_single:
        line.way = way
        return
    _set_count(session, same, same.count + line.count)
    same.screen_id = same.screen_id or line.screen_id
    session.delete(line)


def _use_unit(basket: Basket, use: UseUnit) -> None:
    others = [unit for unit in basket.pays_with if unit != use.unit]
    basket.pays_with = [*others, use.unit] if use.is_used else others


def _accept(session: Session, member: Member, change: Accept) -> None:
    """Where a price, or how many there are, is another by now, she is asked again."""
    lines = list_basket_lines(session, list_kin(session, member.key))
    articles = map_sold(session, member.store_id, lines)
    if mark_shown(lines, articles) == change.shown:
        for line in (line for line in lines if line.code in articles):
            line.seen_price = reckon_seen(articles[line.code])
            line.screen_id = None if isinstance(change, Confirm) else line.screen_id


def _get_line(session: Session, member: Member, line_id: str) -> BasketLine:
    line = find_basket_line(session, list_kin(session, member.key), line_id)
    if line is None:
        raise Problem(404, "not_found", "There is no such line in her basket.")
    return line
