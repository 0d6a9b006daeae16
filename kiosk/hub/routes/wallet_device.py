"""The web service by which phones hear of changed passes: Apple's shape, at `/v1` of the hub's address.

Source: Apple's documentation "Adding a Web Service to Update Passes".
"""

from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Query
from msgspec import Struct
from pydantic import BaseModel, Field
from starlette.responses import Response

from kiosk.hub.context import Hub, HubDep
from kiosk.hub.domain.digest import digest
from kiosk.hub.domain.outside.wallet_coupon import find_change
from kiosk.hub.models.outside.void_pass import forget_void_pass, list_void_passes
from kiosk.hub.models.outside.wallet_coupon import WalletCoupon, find_wallet_coupon
from kiosk.hub.models.outside.wallet_device import WalletDevice, list_serials, register_device, unregister_device
from kiosk.hub.routes.wallet_pass import PassDep, PassType, is_own_type
from kiosk.hub.web.answers import Answer
from kiosk.hub.web.wire import Id

router = APIRouter(include_in_schema=False)
_DEVICE = "/v1/devices/{device}/registrations/{pass_type}"
_MICROSECONDS = 1_000_000


class PushIn(BaseModel):
    """How Apple finds the phone."""

    push_token: Annotated[str, Field(alias="pushToken", pattern=r"^[0-9A-Za-z]{1,256}$")]


class ChangedPasses(Struct, frozen=True, rename="camel"):
    """The passes that changed, and what to ask with for those that change later."""

    serial_numbers: list[str]
    last_updated: str


@router.post(f"{_DEVICE}/{{serial}}")
def post_registration(hub: HubDep, device: Id, kept: PassDep, body: PushIn) -> Response:
    """Tell this phone from now on; 201, or 200 where it is told already, or where the pass is void."""
    if not isinstance(kept, WalletCoupon):
        return Response()
    row = WalletDevice(
        device_hash=digest(device), serial=kept.serial, push_token=body.push_token, registered_at=hub.now()
    )
    with hub.database.write() as session:
        is_new = register_device(session, row)
    return Response(status_code=201 if is_new else 200)


@router.delete(f"{_DEVICE}/{{serial}}")
def delete_registration(hub: HubDep, device: Id, kept: PassDep) -> Response:
    """Tell this phone no more."""
    with hub.database.erase() as session:
        unregister_device(session, digest(device), kept.serial)
        forget_void_pass(session, digest(device), kept.serial)
    return Response()


@router.get(_DEVICE)
def get_changed(
    hub: HubDep, device: Id, pass_type: PassType, since: Annotated[str, Query(alias="passesUpdatedSince")] = ""
) -> Response:
    """The passes on this phone that changed since it asked last; 204 where none did.

    Apple has a phone show nothing here but the name that it gave itself, which nobody can guess.
    """
    changed = _list_changed(hub, digest(device), _read_mark(since)) if is_own_type(hub, pass_type) else {}
    if not changed:
        return Response(status_code=204)
    return Answer(ChangedPasses(list(changed), str(max(changed.values()))))


def _list_changed(hub: Hub, device_hash: str, since: int) -> dict[str, int]:
    """Serial and moment of change, in microseconds since 1970, of what changed after `since`."""
    with hub.database.read() as session:
        kept = [find_wallet_coupon(session, serial) for serial in list_serials(session, device_hash)]
        marks = {one.serial: _make_mark(find_change(hub, session, one)) for one in kept if one}
        marks |= {void.serial: _make_mark(void.voided_at) for void in list_void_passes(session, device_hash)}
    return {serial: mark for serial, mark in marks.items() if mark > since}


def _make_mark(moment: datetime) -> int:
    return round(moment.timestamp() * _MICROSECONDS)


def _read_mark(text: str) -> int:
    """The mark that a phone was told; 0, for all passes, where it is none of ours."""
    return int(text) if text.isdecimal() and len(text) <= 20 else 0  # noqa: PLR2004 # more digits no mark has
