"""What lies in an order in place of something else and is not for everybody: nobody looked at her for that before."""

from sqlalchemy.orm import Session

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

    What she paid for on her phone was looked at then, so she may get in its place what asks for no more.
    """
    replaced = [line for line in pickup.lines if line.found == "substituted"]
    codes = {code for line in replaced for code in (line.code, line.substitute)}
    ages = {code: one.min_age or 0 for code, one in map_articles(session, pickup.store_id, codes).items()}
    seen = ages if pickup.settlement_id else {}
    asked = [ages.get(line.substitute, 0) for line in replaced if ages.get(line.substitute, 0) > seen.get(line.code, 0)]
    return max(asked, default=None)
