"""What stands in the shop before a life begins: two tills, Anna's phone with two pages, and somebody at the console."""

import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import requests
from argon2 import PasswordHasher
from sqlalchemy.orm import Session

from kiosk.contract.credential import hash_id, parse_store_key
from kiosk.hub.context import Hub
from kiosk.hub.database import open_database
from kiosk.hub.domain.digest import digest
from kiosk.hub.domain.kept.bookmark import Tap, keep_offer
from kiosk.hub.models.catalogue.offer import Offer
from kiosk.hub.models.conversation.claim import get_claim_of, open_claim
from kiosk.hub.models.people.person import Person
from kiosk.hub.models.store.till import set_till
from kiosk.hub.sample.seed import KEY_FILE, TILL_TOKEN_FILE, TOKEN_FILE
from kiosk.hub.sample.shop import MEMBERS, STORE
from kiosk.hub.settings import HubSettings
from kiosk.hub.web.browser import COOKIE
from tests.hub.console.clerk import PASSWORD, Clerk
from tests.hub.console.clerk import read_fields as read_console_fields
from tests.hub.phone import read_fields
from tests.hub.running import DEADLINE_S, NOW, Dial, HubServer, RunningHub

PAGES = ("kept-0", "kept-1")
"""Anna's bookmarks, each of an offer of its own."""
OFFERS = ("o-mug", "o-lamp")
_PHONE = "p" * 40
_OTHER_TILL = "till-2"


@dataclass(frozen=True)
class Stage:
    """A folder with that shop's database, and what its people need to do something there.

    `claims` are the paths of Anna's pages, and `inbox` is that of her conversation at the console; the `fields` are
    what forms of the phone and of the console carry.
    """

    folder: Path
    screen: str
    tills: tuple[str, str]
    card: Mapping[str, str]
    claims: list[str]
    inbox: str
    phone: requests.Session
    phone_fields: list[Mapping[str, str]]
    desk: requests.Session
    desk_fields: Mapping[str, object]


def set_stage(server: HubServer, seeded: Path, folder: Path) -> Stage:
    """Build it in this folder."""
    shutil.copyfile(seeded / "hub.sqlite3", folder / "hub.sqlite3")
    (folder / "media").symlink_to(seeded / "media")
    settings = HubSettings(f"sqlite:///{folder / 'hub.sqlite3'}", folder / "media")
    hub = Hub(settings, open_database(settings.database), Dial().read)
    running = RunningHub(server, hub, Dial(), folder, "")
    card = hash_id(parse_store_key((seeded / KEY_FILE).read_text()), "uid", MEMBERS[0].card.uid)
    with hub.database.write() as session:
        claims, conversation = _keep_pages(hub, session, card)
        set_till(session, STORE, _OTHER_TILL, digest(_OTHER_TILL))
        weak = PasswordHasher(time_cost=1, memory_cost=64, parallelism=1).hash(PASSWORD)
        session.add(Person(id="w_sam", store_id=STORE, name="sam", role="staff", password_hash=weak))
    phone, clerk = requests.Session(), Clerk(running)
    phone.headers["Cookie"] = f"{COOKIE}={_PHONE}"
    clerk.sign_in("sam")
    inbox = f"/console/inbox/{conversation}"
    stage = Stage(
        folder=folder,
        screen=(seeded / TOKEN_FILE).read_text(),
        tills=((seeded / TILL_TOKEN_FILE).read_text(), _OTHER_TILL),
        card={"kind": "uid", "value": card},
        claims=claims,
        inbox=inbox,
        phone=phone,
        phone_fields=[read_fields(phone.get(server.url + claim, timeout=DEADLINE_S)) for claim in claims],
        desk=clerk.browser,
        desk_fields=read_console_fields(clerk.open(inbox)),
    )
    hub.database.close()
    return stage


def _keep_pages(hub: Hub, session: Session, card: str) -> tuple[list[str], str]:
    kept = [
        keep_offer(hub, session, session.get_one(Offer, offer), Tap(page, page, "uid", card, NOW, "de"))
        for page, offer in zip(PAGES, OFFERS, strict=True)
    ]
    claims = [get_claim_of(session, bookmark.id) for bookmark in kept]
    for claim in claims:
        open_claim(claim, digest(_PHONE), NOW)
    return [f"/c/{claim.token}" for claim in claims], kept[0].conversation_id
