"""Everybody who may ask the hub for something: of the store, of another one, and of none."""

from base64 import b64encode
from dataclasses import dataclass

from argon2 import PasswordHasher
from sqlalchemy import select
from sqlalchemy.orm import Session

from kiosk.hub.context import Hub
from kiosk.hub.domain.digest import digest
from kiosk.hub.domain.kept.bookmark import Tap, keep_offer
from kiosk.hub.models.attribution.campaign import list_campaigns
from kiosk.hub.models.catalogue.offer import Offer
from kiosk.hub.models.catalogue.picture import Picture
from kiosk.hub.models.catalogue.playlist_item import list_playlist_items
from kiosk.hub.models.conversation.bookmark import Bookmark
from kiosk.hub.models.conversation.claim import get_claim_of, open_claim
from kiosk.hub.models.members.account import Account
from kiosk.hub.models.members.member_sign_in import begin_member_sign_in
from kiosk.hub.models.people.person import Person as Employee
from kiosk.hub.models.people.person import Role
from kiosk.hub.models.people.sign_in import begin_sign_in
from kiosk.hub.models.screens.screen import Screen, give_token
from kiosk.hub.models.screens.screen_group import ScreenGroup
from kiosk.hub.models.settlement.settlement import Settlement
from kiosk.hub.models.store.source import Source
from kiosk.hub.models.store.store import Store
from kiosk.hub.models.store.till import set_till
from kiosk.hub.sample.shop import FIRST_SCREEN, STORE
from kiosk.pricing.basket import Basket
from kiosk.pricing.price import price_basket
from tests.hub.running import NOW
from tests.hub.security.person import Person

ELSEWHERE = "anderswo"
_HASH = PasswordHasher(time_cost=1, memory_cost=64, parallelism=1).hash("nobody signs in by it")


@dataclass(frozen=True)
class Village:
    """Those who ask, by name, and the `things` of the one store and its one member, by what routes call them."""

    people: dict[str, Person]
    things: dict[str, str]


def found_village(hub: Hub) -> Village:
    """Let all of them in, each by what is kept of her alone."""
    with hub.database.write() as session:
        session.add(Store(id=ELSEWHERE, name="Anderswo", time_zone="Europe/Vienna", language="de"))
        session.add(ScreenGroup(id="group", store_id=STORE, name="Fenster", screens=[FIRST_SCREEN]))
        session.flush()
        people = {"nobody": Person(), **_equip(hub, session, STORE, ""), **_equip(hub, session, ELSEWHERE, "2")}
        people |= _employ(session)
        owner, things = _join(hub, session, "owner")
        stranger, _ = _join(hub, session, "stranger")
        things |= {
            "picture": session.scalars(select(Picture.name)).first() or "",
            "order": "0" * 64,
            "item_id": list_playlist_items(session, STORE)[0].id,
            "settlement_id": _call_off(session, owner),
            "campaign_code": list_campaigns(session, STORE)[0].code,
        }
    return Village({**people, "owner": owner, "stranger": stranger}, things)


def _call_off(session: Session, owner: Person) -> str:
    """A payment of hers that came to nothing."""
    nothing = price_basket(Basket((), {}))
    row = Settlement(
        id="called-off",
        store_id=STORE,
        member_key=owner.key,
        bill=nothing,
        ways={},
        tendered=(),
        due=nothing.total,
        provider="training",
        made_at=NOW,
        ends_at=NOW,
        look_at=None,
        state="released",
    )
    session.add(row)
    return row.id


def _equip(hub: Hub, session: Session, store: str, mark: str) -> dict[str, Person]:
    """A screen, a till and a source of this store."""
    screen = Screen(store_id=store, id=f"screen{mark}", zones=[])
    give_token(screen, digest(f"screen{mark}"))
    session.add(screen)
    set_till(session, store, f"till{mark}", digest(f"till{mark}"))
    session.add(Source(store_id=store, id=f"s{mark}", key_hash=digest(f"key{mark}"), vouches=True, made_at=hub.now()))
    bearers = {name: Person(headers={"Authorization": f"Bearer {name}"}) for name in (f"screen{mark}", f"till{mark}")}
    return {**bearers, f"source{mark}": Person(headers={"Authorization": f"Basic {_write_key(f'key{mark}')}"})}


def _write_key(key: str) -> str:
    return b64encode(f"{key}:".encode()).decode()


def _employ(session: Session) -> dict[str, Person]:
    employed: tuple[tuple[str, str, Role], ...] = (
        ("manager", STORE, "manager"),
        ("staff", STORE, "staff"),
        ("manager2", ELSEWHERE, "manager"),
    )
    for name, store, role in employed:
        session.add(Employee(id=f"w_{name}", store_id=store, name=name, role=role, password_hash=_HASH))
        session.flush()
        begin_sign_in(session, digest(f"desk-{name}"), f"w_{name}", NOW)
    return {name: Person(browser=name * 10, desk=f"desk-{name}") for name, _, _ in employed}


def _join(hub: Hub, session: Session, name: str) -> tuple[Person, dict[str, str]]:
    """A member who kept something on a page that is her phone's, and is signed in there."""
    tap = Tap(f"kept-by-{name}", "f", "uid", digest(name), NOW, "de", screen=FIRST_SCREEN)
    bookmark = keep_offer(hub, session, session.get_one(Offer, "o-mug"), tap)
    session.flush()
    claim = get_claim_of(session, bookmark.id)
    open_claim(claim, digest(name * 10), NOW)
    session.add(Account(member_key=bookmark.member_key, store_id=STORE, opened_at=NOW, address=f"{name}@example.com"))
    session.flush()
    begin_member_sign_in(session, digest(f"member-{name}"), bookmark.member_key, NOW)
    return Person(browser=name * 10, member=f"member-{name}", key=bookmark.member_key), _name_things(
        bookmark, claim.token, name
    )


def _name_things(bookmark: Bookmark, token: str, name: str) -> dict[str, str]:
    return {
        "token": token,
        "bookmark": bookmark.id,
        "conversation_id": bookmark.conversation_id,
        "member_key": bookmark.member_key,
        "address": f"{name}@example.com",
    }
