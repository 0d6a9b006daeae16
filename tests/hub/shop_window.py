"""A web shop of the sample store, as its server and its pages tell the hub what members do."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import msgspec
import requests
from sqlalchemy.orm import Session

from kiosk.contract.shopper import PERSONAL_OFFERS
from kiosk.hub.context import Hub
from kiosk.hub.domain.digest import digest
from kiosk.hub.domain.profile.intake import Intake
from kiosk.hub.models.members.consent import is_given
from kiosk.hub.models.members.member import Member
from kiosk.hub.models.store.source import Source
from kiosk.hub.sample.shop import STORE
from tests.hub.running import DEADLINE_S, NOW, RunningHub

YES = {"consent": {"categoryPreferences": {PERSONAL_OFFERS: True}}}
NO = {"consent": {"categoryPreferences": {PERSONAL_OFFERS: False}}}


def add_source(hub: Hub, name: str = "shop", *, vouches: bool = True) -> Source:
    """A source of the sample shop, whose write key is its name with `-key`."""
    source = Source(store_id=STORE, id=name, key_hash=digest(f"{name}-key"), vouches=vouches, made_at=hub.now())
    with hub.database.write() as session:
        session.add(source)
    return source


def make_message(number: int, **changes: object) -> dict[str, Any]:
    """A good message of its own number: somebody who is signed in looks at goods, and allows that it is kept."""
    return {
        "type": "track",
        "messageId": f"m-{number}",
        "userId": "u-1",
        "event": "Product Viewed",
        "properties": {"category": "Mugs", "name": "Stoneware mug"},
        "timestamp": NOW.isoformat(),
        "context": YES,
        **changes,
    }


@dataclass
class WebShop:
    """A source that tells its hub things without a network."""

    hub: Hub
    source: Source

    def tell(self, *messages: Mapping[str, object]) -> list[str]:
        """What came of each of these messages."""
        with self.hub.database.write() as session:
            outcomes = Intake(self.hub, session, self.source).take_all([msgspec.json.encode(one) for one in messages])
        return [outcome.outcome for outcome in outcomes]


def post(running: RunningHub, path: str, body: object, key: str = "shop-key") -> requests.Response:
    """Send it as Segment's libraries do: the write key is the name, and there is no password."""
    return requests.post(running.url + path, json=body, auth=(key, ""), timeout=DEADLINE_S)


def list_allowing(session: Session) -> list[str]:
    """The members of the sample shop who allow that offers are chosen by what is known of them, by age."""
    members = session.query(Member).order_by(Member.joined_at, Member.revision).all()
    return [member.key for member in members if is_given(session, member.key, PERSONAL_OFFERS)]
