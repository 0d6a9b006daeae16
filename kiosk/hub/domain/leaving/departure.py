"""What becomes of a visit that is over: what she carries out is charged once, or she is asked about it once."""

from sqlalchemy.orm import Session

from kiosk.hub.context import Hub
from kiosk.hub.domain.basket.standing import gather_basket
from kiosk.hub.domain.conversation.page import find_own_page
from kiosk.hub.domain.leaving.judgement import Leaving, find_doubt
from kiosk.hub.domain.leaving.mandate import find_mandate
from kiosk.hub.domain.settlement.begin import Departure, begin_charge
from kiosk.hub.domain.visit.doubt import Doubt
from kiosk.hub.domain.visit.unpaid import ask_to_pay, is_unpaid
from kiosk.hub.models.members.member import Member, find_person
from kiosk.hub.models.settlement.settlement import LeftBy
from kiosk.hub.models.visit.visit import Visit


def settle_departure(hub: Hub, session: Session, visit: Visit, agreed: str = "") -> str | None:
    """Do what follows from it, once: the id of the payment where she is charged, and `None` where she is asked.

    Who says herself that she goes `agreed` to this bill by that, as the button had it.
    """
    visit.is_due = False
    if not is_unpaid(session, visit):
        return None
    leaving = see_leaving(hub, session, visit, find_way_out(visit))
    if leaving is not None:
        return _charge(leaving, agreed)
    if visit.ended_by != "ended":  # who ends it herself has just seen what lies in her basket
        ask_to_pay(hub, session, _find_visitor(session, visit), _name(visit))
    return None


def see_leaving(hub: Hub, session: Session, visit: Visit, left_by: LeftBy | None) -> Leaving | None:
    """With what she leaves; `None`: she lets nothing be charged, or could not be told of it on a page of hers alone."""
    person = _find_visitor(session, visit)
    mandate = find_mandate(session, person)
    if mandate is None or mandate.state != "kept" or find_own_page(session, person.key) is None:
        return None
    return Leaving(hub, session, person, visit, mandate, gather_basket(hub, session, person), left_by)


def find_way_out(visit: Visit) -> LeftBy | None:
    """How she is known to have left: silence alone says nothing, for a phone may as well lie in a bag in the café.

    It takes her own word, or that an exit saw her after all else, and nothing was heard of her from then on.
    """
    if visit.ended_by == "ended":
        return "word"
    was_last_at_an_exit = visit.exit_at is not None and visit.ended_at is not None and visit.ended_at <= visit.exit_at
    return "exit" if visit.ended_by == "left" and was_last_at_an_exit else None


def _charge(leaving: Leaving, agreed: str) -> str | None:
    hub, session = leaving.hub, leaving.session
    doubt = _find_doubt(leaving, agreed)
    if doubt is not None or leaving.left_by is None:
        ask_to_pay(hub, session, leaving.member, _name(leaving.visit), doubt)
        return None
    departure = Departure(leaving.left_by, leaving.mandate.ref)
    return begin_charge(hub, session, leaving.member, leaving.standing, departure).id


def _find_doubt(leaving: Leaving, agreed: str) -> Doubt | None:
    """Whom an exit saw go is charged what she was told of as it did."""
    if leaving.left_by == "word":
        return find_doubt(leaving, agreed)
    told = leaving.visit.told
    doubt = find_doubt(leaving, told or leaving.mandate.shown)
    return doubt if doubt is not None or told else "untold"


def _find_visitor(session: Session, visit: Visit) -> Member:
    return find_person(session, session.get_one(Member, visit.member_key))


def _name(visit: Visit) -> str:
    return f"unpaid:{visit.id}"
