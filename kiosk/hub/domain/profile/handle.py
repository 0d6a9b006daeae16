"""By what a message says who somebody is: each hashed at once, and with whether it was proven."""

import hmac
from collections.abc import Collection

from msgspec import Struct
from sqlalchemy import select
from sqlalchemy.orm import Session

from kiosk.hub.models.members.account import Account, find_account_by_address
from kiosk.hub.models.members.credential import Credential
from kiosk.hub.models.profile.identifier import find_identified_key, list_identifiers
from kiosk.hub.models.store.form_key import get_form_key

USER, EMAIL, PHONE, BROWSER = "user", "email", "phone", "anonymous"
KINDS = (USER, EMAIL, PHONE, BROWSER)
"""The kinds of identifiers, the surest first."""
ACCOUNT = "account"
CARDS = ("uid", "ndef")
"""The kinds of cards that a source may name."""


class Handle(Struct, frozen=True):
    """An identifier by its hash; of `ACCOUNT` the value is the member herself, and of a card its credential's hash."""

    kind: str
    value: str
    is_verified: bool


def make_handle(session: Session, kind: str, text: str, *, is_verified: bool) -> Handle:
    """The handle of what somebody is called there, keyed with the hub's own secret: nobody else can try it out."""
    plain = f"{kind}:{text.strip().casefold() if kind in (EMAIL, PHONE) else text}"
    value = hmac.digest(get_form_key(session), plain.encode("utf-8", "replace"), "sha256").hex()
    return Handle(kind, value, is_verified)


def make_account_handle(session: Session, store_id: str, address: str) -> Handle | None:
    """The account at this hub whose proven address it is."""
    account = find_account_by_address(session, store_id, address.strip().lower())
    return Handle(ACCOUNT, account.member_key, is_verified=True) if account else None


def find_owner(session: Session, store_id: str, handle: Handle) -> str | None:
    """The key of the member whose verified identifier it is, as it was when it became hers."""
    if handle.kind == ACCOUNT:
        return handle.value
    if handle.kind in KINDS:
        return find_identified_key(session, store_id, handle.kind, handle.value)
    credential = session.get(Credential, (store_id, handle.kind, handle.value))
    return credential.member_key if credential else None


def list_proven(session: Session, keys: Collection[str]) -> list[Handle]:
    """All by which a source may name those of these keys: as it told, and as the hub knows them without it."""
    identifiers = list_identifiers(session, keys)
    addresses = session.scalars(select(Account.address).where(Account.member_key.in_(keys)))
    cards = session.scalars(select(Credential).where(Credential.member_key.in_(keys), Credential.kind.in_(CARDS)))
    return [
        *(Handle(one.kind, one.value, is_verified=True) for one in identifiers if one.is_verified),
        *(make_handle(session, EMAIL, address, is_verified=True) for address in addresses if address),
        *(Handle(card.kind, card.value, is_verified=True) for card in cards),
    ]
