"""What a member's full basket costs at the hub: read, priced, and changed, on each database."""

from contextlib import ExitStack
from random import Random
from time import perf_counter

from sqlalchemy.orm import Session

from kiosk.bench.effort import Effort
from kiosk.bench.figures import Figures
from kiosk.bench.hub.measure import make_folder
from kiosk.bench.hub.place import open_places
from kiosk.bench.trolley import fill_trolley, print_leaflet
from kiosk.hub.context import Hub
from kiosk.hub.database import migrate_database, open_database
from kiosk.hub.domain.basket.change import SetCount, change_basket
from kiosk.hub.domain.basket.standing import gather_basket
from kiosk.hub.models.basket.basket import open_basket
from kiosk.hub.models.basket.basket_line import BasketLine
from kiosk.hub.models.catalogue.article import Article
from kiosk.hub.models.catalogue.promotion import Promotion, set_promotions
from kiosk.hub.models.members.member import Member
from kiosk.hub.models.store.store import Store
from kiosk.hub.settings import HubSettings
from kiosk.pricing.basket import Line

STORE, MEMBER = "bench", "m-bench"


def time_baskets(effort: Effort) -> dict[str, Figures]:
    """Change a line of fifty and look at the basket, on each database: from the change to its price, once on disk."""
    found: dict[str, Figures] = {}
    with ExitStack() as stack:
        for place, locate in stack.enter_context(open_places()).items():
            url = locate(make_folder(stack))
            migrate_database(url)
            hub = open_hub(url)
            stack.callback(hub.database.close)
            found[place] = Figures.of([change_and_look(hub, number) for number in range(effort.rounds * effort.events)])
    return found


def open_hub(url: str) -> Hub:
    """A hub on this empty database, with a member whose basket is full, and thirty promotions."""
    hub = Hub(HubSettings(url), open_database(url))
    chance = Random(1)  # noqa: S311 - the same basket in every run
    with hub.database.write() as session:
        session.add(Store(id=STORE, name="S", time_zone="UTC", language="de"))
        session.flush()
        session.add(Member(key=MEMBER, store_id=STORE, joined_at=hub.now(), language="de", segments=[]))
        session.flush()
        open_basket(session, MEMBER, hub.now())
        for line in fill_trolley(chance).lines:
            _put(hub, session, line)
        benefits = print_leaflet(chance)
        set_promotions(session, STORE, [Promotion(store_id=STORE, id=one.id, benefit=one) for one in benefits])
    return hub


def change_and_look(hub: Hub, number: int) -> float:
    """The seconds that it takes."""
    began_at = perf_counter()
    with hub.database.write() as session:
        change = SetCount("l00", 1 + number % 9)
        change_basket(hub, session, session.get_one(Member, MEMBER), f"c{number}", change)
    with hub.database.read() as session:
        gather_basket(hub, session, session.get_one(Member, MEMBER))
    return perf_counter() - began_at


def _put(hub: Hub, session: Session, line: Line) -> None:
    """The article on the shelf, and the line into the basket."""
    (code,) = (mark.removeprefix("article:") for mark in line.marks if mark.startswith("article:"))
    (department,) = (mark.removeprefix("department:") for mark in line.marks if mark.startswith("department:"))
    session.add(
        Article(
            store_id=STORE,
            code=code,
            title={},
            price=line.price,
            currency="EUR",
            vat=line.vat,
            changed_at=hub.now(),
            department=department,
        )
    )
    session.add(
        BasketLine(
            id=line.id,
            member_key=MEMBER,
            code=code,
            count=line.count,
            way="take",
            seen_price=line.price,
            added_at=hub.now(),
        )
    )
