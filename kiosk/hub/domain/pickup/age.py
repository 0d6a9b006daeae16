"""What lies in an order and is not for everybody: whether somebody of the staff has yet to look at who comes for it."""

from sqlalchemy.orm import Session

from kiosk.hub.domain.pickup.course import THERE
from kiosk.hub.models.catalogue.article import map_articles
from kiosk.hub.models.pickup.pickup import Pickup
from kiosk.hub.problem import Problem


class AgeAsked(Problem):
    """Somebody of the staff must see first that she is of this `age`."""

    def __init__(self, age: int) -> None:
        super().__init__(409, "pickup_age", f"Something in it is for those of {age} and older: look at her first.")
        self.age = age


def find_age(session: Session, pickup: Pickup) -> int | None:
    """The age that who gets it must have been seen to be; `None`: nobody has to look.

    What she paid for on her phone was looked at then, so she may get it, and in its place what asks for no more. At
    whom a web shop sells to nobody looked.
    """
    given = [(line.code, line.substitute or line.code) for line in pickup.lines if line.found in THERE]
    codes = {code for both in given for code in both}
    ages = {code: one.min_age or 0 for code, one in map_articles(session, pickup.store_id, codes).items()}
    seen = ages if pickup.settlement_id else {}
    asked = [ages.get(code, 0) for sold, code in given if ages.get(code, 0) > seen.get(sold, 0)]
    return max(asked, default=None)
