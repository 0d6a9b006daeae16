"""Fills an empty hub with the sample shop, so that a screen has something to show from its first minute."""

import hashlib
import json
import secrets
import shutil
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from typing import cast

import msgspec
from sqlalchemy.orm import Session

from kiosk.contract.credential import KEY_BYTES, parse_store_key
from kiosk.contract.money import Money
from kiosk.contract.offer import Budget
from kiosk.errors import FileRefused
from kiosk.hub.context import Hub
from kiosk.hub.domain.benefits.programme import parse_programme
from kiosk.hub.domain.digest import digest
from kiosk.hub.domain.joining.membership import Joining, join_member
from kiosk.hub.domain.visit.floor_plan import make_department, parse_floor_plan
from kiosk.hub.models.benefits.programme import set_programme
from kiosk.hub.models.catalogue.offer import Offer
from kiosk.hub.models.catalogue.picture import Picture
from kiosk.hub.models.catalogue.playlist_item import PlaylistItem
from kiosk.hub.models.catalogue.price import Price
from kiosk.hub.models.screens.screen import Screen, give_token
from kiosk.hub.models.store.department import set_departments
from kiosk.hub.models.store.store import Store
from kiosk.hub.models.store.till import set_till
from kiosk.hub.sample.goods import add_goods
from kiosk.hub.sample.journeys import tell_sample_months
from kiosk.hub.sample.secret_file import write_secret
from kiosk.hub.sample.settings import write_settings
from kiosk.hub.sample.shop import (
    CURRENCY,
    FIRST_SCREEN,
    LOOP,
    MEMBERS,
    PRODUCTS,
    SCREENS,
    STORE,
    STORE_NAME,
    TILL,
    TIME_ZONE,
    Product,
    SampleMember,
)
from kiosk.places import find_shipped

KEY_FILE = "store.key"
TOKEN_FILES = {screen: f"{screen}.token" for screen in SCREENS}
TOKEN_FILE = TOKEN_FILES[FIRST_SCREEN]
TILL_TOKEN_FILE = f"{TILL}.token"
SETTINGS_FILE = "kiosk.toml"
DEMO_FILE = "demo.json"
_BENEFITS, _DEPARTMENTS = "benefits.toml", "departments.toml"


def seed_hub(hub: Hub, out: Path) -> None:
    """Put the sample shop into the hub's migrated database, and the files that its screens need into `out`.

    Again, it changes nothing, and settings that lie there already stay as they are.
    Raises `FileRefused` where the database was seeded but `out` lacks its store key.
    """
    out.mkdir(parents=True, exist_ok=True)
    with hub.database.write() as session:
        if session.get(Store, STORE) is None:
            write_secret(out / KEY_FILE, secrets.token_hex(KEY_BYTES))
            for name in (*TOKEN_FILES.values(), TILL_TOKEN_FILE):
                write_secret(out / name, hub.mint())
            _add_shop(hub, session, out)
        elif not (out / KEY_FILE).exists():
            message = f"{out / KEY_FILE}: missing, but the database was filled with it; start with a new database"
            raise FileRefused(message)
    if not (out / SETTINGS_FILE).exists():
        (out / SETTINGS_FILE).write_text(write_settings(hub.settings.public_url, KEY_FILE, TOKEN_FILE))
    (out / DEMO_FILE).write_text(json.dumps(_describe_demo(out), indent=2))


def _add_shop(hub: Hub, session: Session, out: Path) -> None:
    store = Store(id=STORE, name=STORE_NAME, time_zone=TIME_ZONE, language="de", control_salt=hub.mint())
    session.add(store)
    session.flush()
    _add_screens(session, out)
    set_till(session, STORE, TILL, digest((out / TILL_TOKEN_FILE).read_text()))
    for product in PRODUCTS:
        _add_product(hub, session, product)
    for place, picture in enumerate(LOOP):
        session.add(PlaylistItem(id=f"p-{picture}", store_id=STORE, place=place, kind="offer", offer_id=_name(picture)))
    add_goods(hub, session)
    tell_sample_months(hub, session, store)
    plan = parse_floor_plan(_read_sample(_DEPARTMENTS))
    set_departments(session, STORE, [make_department(entry, STORE) for entry in plan.department])
    programme = parse_programme(_read_sample(_BENEFITS))
    set_programme(session, STORE, msgspec.to_builtins(programme), hub.now())
    key = parse_store_key((out / KEY_FILE).read_text())
    for member in MEMBERS:
        _add_member(hub, session, member, key)


def _read_sample(name: str) -> str:
    return (Path(__file__).parent / name).read_text()


def _add_screens(session: Session, out: Path) -> None:
    for screen_id, zones in SCREENS.items():
        screen = Screen(store_id=STORE, id=screen_id, zones=zones)
        give_token(screen, digest((out / TOKEN_FILES[screen_id]).read_text()))
        session.add(screen)


def _add_product(hub: Hub, session: Session, product: Product) -> None:
    folder = find_shipped("assets") / "pictures"
    about = cast("dict[str, dict[str, str]]", json.loads((folder / f"{product.picture}.json").read_text()))
    landscape, portrait = (
        _add_picture(hub, session, folder / f"{product.picture}-{side}.webp") for side in ("landscape", "portrait")
    )
    session.flush()
    offer = Offer(
        id=_name(product.picture),
        store_id=STORE,
        title=product.title,
        text=product.text,
        currency=CURRENCY,
        image_name=landscape,
        image_portrait_name=portrait,
        image_alt=about["subject"],
        unit=product.unit,
        content=Decimal(product.content) if product.content else None,
        content_per=product.per,
        audience=product.audience,
        budget=_make_budget(product),
        zones=list(product.zones),
        priority=product.priority,
        per_shopper_day=6,
    )
    session.add(offer)
    session.flush()
    for days, amount in product.prices:
        session.add(Price(offer_id=offer.id, since=hub.now() - timedelta(days=days), amount=Decimal(amount)))


def _make_budget(product: Product) -> Budget | None:
    if product.budget is None:
        return None
    left, each = (Money(Decimal(amount), CURRENCY) for amount in product.budget)
    return Budget(left, each)


def _add_picture(hub: Hub, session: Session, source: Path) -> str:
    content = source.read_bytes()
    sha256 = hashlib.sha256(content).hexdigest()
    name = f"{source.stem}.{sha256[:12]}{source.suffix}"
    hub.settings.media.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, hub.settings.media / name)
    session.add(Picture(name=name, sha256=sha256, bytes=len(content)))
    return name


def _add_member(hub: Hub, session: Session, sample: SampleMember, key: bytes) -> None:
    card = sample.card
    joining = Joining(
        store=STORE,
        language=sample.language,
        segments=sample.segments,
        consents=sample.consents,
        beacons=(sample.beacon,),
        uids=(card.uid,),
        uris=(card.ndef,) if card.ndef else (),
        visits=sample.visits,
        interests=sample.interests,
    )
    join_member(hub, session, joining, key)


def _name(picture: str) -> str:
    return f"o-{picture}"


def _describe_demo(out: Path) -> dict[str, object]:
    """What the pretend shop needs to play the sample members: raw ids, all of them invented."""
    return {
        "store": STORE,
        "screen": FIRST_SCREEN,
        "zones": SCREENS[FIRST_SCREEN],
        "store_key_file": str((out / KEY_FILE).absolute()),
        "token_file": str((out / TOKEN_FILE).absolute()),
        "members": [
            {
                "nickname": member.nickname,
                "beacon": member.beacon,
                "card": {"type": member.card.type, "uid": member.card.uid, "ndef": member.card.ndef},
                "language": member.language,
                "segments": list(member.segments),
                "consents": list(member.consents),
            }
            for member in MEMBERS
        ],
    }
