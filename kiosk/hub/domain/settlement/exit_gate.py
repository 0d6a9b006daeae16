"""How who paid walks out: a pass of her phone is accepted once, and some of those who pass are looked at."""

from collections.abc import Collection, Mapping
from datetime import timedelta
from typing import Literal, TypeAlias

from msgspec import Struct
from sqlalchemy.orm import Session

from kiosk.hub.context import Hub
from kiosk.hub.domain.basket.goods import find_code, has_bounds
from kiosk.hub.domain.redeem_code import make_code
from kiosk.hub.domain.settlement.day_lot import is_drawn_today
from kiosk.hub.domain.settlement.pass_code import PassCode, draw_lot, is_signed, read_pass, write_pass
from kiosk.hub.models.catalogue.article import map_articles
from kiosk.hub.models.members.member import Member
from kiosk.hub.models.settlement.exit_pass import ExitPass, find_pass, find_pass_of
from kiosk.hub.models.settlement.settlement import Settlement
from kiosk.hub.problem import Problem
from kiosk.pricing.basket import Line

Verdict: TypeAlias = Literal["go", "look", "none", "forged", "late", "used", "elsewhere", "void"]
"""What is said at the gate: she may go, or her bag is looked into; or why her pass is refused."""
Result: TypeAlias = Literal["fits", "differs"]
STAY = timedelta(hours=2)
"""So long after paying she may still walk out with what she paid for."""
_TAKEN = "take"


class Passage(Struct, frozen=True):
    """What is said of a pass; `pieces` are what she carries, and `code` names the pass where it is one."""

    verdict: Verdict
    code: str = ""
    pieces: int = 0


def make_pass(hub: Hub, session: Session, row: Settlement) -> ExitPass | None:
    """The pass of a payment, as it is paid; `None`: she takes nothing along, or a door saw her go.

    Who is out needs none, and with one another could walk out with the same once more.
    """
    taken = [one.line for one in row.bill.lines if row.ways.get(one.line.id) == _TAKEN]
    pieces = sum(line.count for line in taken)
    if not pieces or row.left_by == "exit":
        return None
    code, secret = make_code(hub.mint()), hub.mint()
    made = ExitPass(
        code=code,
        settlement_id=row.id,
        store_id=row.store_id,
        secret=secret,
        pieces=pieces,
        made_at=hub.now(),
        is_sampled=_is_looked_at(hub, session, row, taken) or draw_lot(code, secret, hub.settings.looked_at),
    )
    session.add(made)
    session.flush()
    return made


def lower_pass(session: Session, row: Settlement, counts: Mapping[str, int]) -> None:
    """Of what she was to take along, so many pieces of these lines came back; who has walked out did so."""
    found = find_pass_of(session, row.id)
    if found is not None and found.used_at is None:
        found.pieces -= sum(count for line, count in counts.items() if row.ways.get(line) == _TAKEN)


def show_pass(hub: Hub, session: Session, settlement_id: str) -> str:
    """What her phone shows now; empty where there is nothing to be shown, or not any more."""
    found = find_pass_of(session, settlement_id)
    if found is None or not found.pieces or found.used_at is not None or hub.now() > found.made_at + STAY:
        return ""
    return write_pass(found.code, found.store_id, found.secret, hub.now())


def use_pass(hub: Hub, session: Session, store_id: str, text: str, clerk: str) -> Passage:
    """Accept it, once, or say why not."""
    said = read_pass(text)
    found = find_pass(session, said.code) if said else None
    if said is None or found is None:
        return Passage("none")
    fault = _find_fault(hub, said, found, store_id)
    if fault is not None:
        return Passage(fault, found.code)
    found.used_at, found.used_by = hub.now(), clerk
    return Passage("look" if found.is_sampled else "go", found.code, found.pieces)


def note_bag(session: Session, store_id: str, code: str, result: Result, clerk: str) -> None:
    """Note what was found in the bag, once. A 404 `Problem` where nobody was to look, or did already."""
    found = find_pass(session, code)
    if found is None or found.store_id != store_id or not found.is_sampled or found.used_at is None or found.result:
        raise Problem(404, "not_found", "Nobody is to look into the bag of this pass, or somebody did.")
    found.result, found.looked_by = result, clerk


def _find_fault(hub: Hub, said: PassCode, found: ExitPass, store_id: str) -> Verdict | None:
    """Why it is refused, first what weighs most; `None`: it is good."""
    faults: dict[Verdict, bool] = {
        "forged": not is_signed(said, found.store_id, found.secret),
        "elsewhere": found.store_id != store_id,
        "used": found.used_at is not None,
        "void": not found.pieces,
        "late": hub.now() > said.until or hub.now() > found.made_at + STAY,
    }
    return next((verdict for verdict, is_so in faults.items() if is_so), None)


def _is_looked_at(hub: Hub, session: Session, row: Settlement, taken: Collection[Line]) -> bool:
    """Whether somebody looks, wherever the lot of the pass falls: who read that the day's fell on her escapes nothing.

    What a label prices, and what one weighs that may say anything, costs what she scanned or typed: nobody but the
    staff can tell whether the label says so.
    """
    articles = map_articles(session, row.store_id, [find_code(line) for line in taken]).values()
    if any(one.sold_by == "label" or not has_bounds(one) for one in articles):
        return True
    buyer = session.get(Member, row.member_key) if row.member_key else None
    charges = hub.settings.charge_on_leaving is not None
    return charges and buyer is not None and is_drawn_today(hub, session, buyer)
