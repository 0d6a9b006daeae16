"""A pass as its phone fetches it again, by the secret that stands in it; and what phones complain of.

Source: Apple's documentation "Adding a Web Service to Update Passes".
"""

import hmac
import logging
import re
from collections import Counter
from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime
from typing import Annotated, TypeAlias

from fastapi import APIRouter, Depends, Header, Request
from msgspec import Struct
from pydantic import BaseModel, Field
from sqlalchemy.orm import Session
from starlette.responses import Response

from kiosk.hub.context import Hub, HubDep
from kiosk.hub.domain.outside.wallet_coupon import find_change, make_pass_token, state_coupon, state_void
from kiosk.hub.models.outside.void_pass import VoidPass, find_void_pass
from kiosk.hub.models.outside.wallet_coupon import WalletCoupon, find_wallet_coupon
from kiosk.hub.models.store.store import get_store
from kiosk.hub.problem import Problem
from kiosk.hub.wallet.coupon import Coupon
from kiosk.hub.web.address import AddressDep, read_address
from kiosk.hub.web.page import read_language
from kiosk.hub.web.pass_answer import answer_pass

router = APIRouter(include_in_schema=False)
PassType = Annotated[str, Field(max_length=256)]
_SCHEME = "ApplePass "
_TASKS = re.compile(r"\b(Register|Unregister|Get pass|Get serial #s|Web service)\b")
_MOST_LINES = 1000
_LOOKS = 10
"""As many pages as a pass cost the hub to make."""
_log = logging.getLogger(__name__)


class ForgottenPass(Struct, frozen=True):
    """A pass that was made here and of which nothing is kept, on a phone that had not registered for it.

    `store` is who signs passes, for of which store it was is not known either.
    """

    serial: str
    store: str


class LogIn(BaseModel):
    """What went wrong on a phone, in its own words."""

    logs: Annotated[list[str], Field(max_length=_MOST_LINES)]


OwnPass: TypeAlias = WalletCoupon | VoidPass | ForgottenPass


def is_own_type(hub: Hub, pass_type: str) -> bool:
    """Whether the hub signs passes of this type."""
    signer = hub.settings.wallets.apple
    return signer is not None and signer.pass_type == pass_type


def find_own_pass(
    hub: HubDep, pass_type: PassType, serial: str, authorization: Annotated[str, Header()] = ""
) -> OwnPass:
    """What became of the pass whose secret the request shows: nobody makes one up without the hub's own key.

    Raises a 401 `Problem` for any other, whether there is one or not.
    """
    signer = hub.settings.wallets.apple
    with hub.database.read() as session:
        kept = find_wallet_coupon(session, serial) or find_void_pass(session, serial)
        expected = _SCHEME + make_pass_token(session, serial)
    is_own = hmac.compare_digest(expected.encode(), authorization.encode("utf-8", "replace"))
    if not is_own or signer is None or signer.pass_type != pass_type:
        raise Problem(401, "pass_unknown", "No pass of this type and number has this secret.")
    return kept or ForgottenPass(serial, signer.organization)


PassDep = Annotated[OwnPass, Depends(find_own_pass)]


@router.get("/v1/passes/{pass_type}/{serial}")  # noqa: FAST003 - `PassDep` reads both
def get_pass(
    hub: HubDep, request: Request, kept: PassDep, if_modified_since: Annotated[str, Header()] = ""
) -> Response:
    """The pass as it is now; 304 where the phone has it so."""
    hub.looks.enter(read_address(request), hub.now(), _LOOKS)
    with hub.database.read() as session:
        changed_at, coupon = _state(hub, session, kept, read_language(request))
    headers = {"Last-Modified": format_datetime(changed_at.astimezone(UTC), usegmt=True)}
    known_at = _read_moment(if_modified_since)
    if known_at and changed_at <= known_at:
        return Response(status_code=304, headers=headers)
    return answer_pass(hub, coupon, headers)


def _state(hub: Hub, session: Session, kept: OwnPass, language: str | None) -> tuple[datetime, Coupon]:
    """What the phone is told, and since when, to the second."""
    match kept:
        case WalletCoupon():
            changed_at, coupon = find_change(hub, session, kept), state_coupon(hub, session, kept)
        case VoidPass():
            store = get_store(session, kept.store_id).name
            changed_at, coupon = kept.voided_at, state_void(session, kept.serial, store, kept.language)
        case ForgottenPass():
            changed_at, coupon = hub.now(), state_void(session, kept.serial, kept.store, language)
    return changed_at.replace(microsecond=0), coupon


@router.post("/v1/log")
def post_log(hub: HubDep, address: AddressDep, body: LogIn) -> Response:
    """Note which of their tasks phones stumbled over: of what they write, the known names of tasks alone are kept."""
    hub.phones.enter(address, hub.now())
    tasks = Counter(found[1] if (found := _TASKS.search(line)) else "something else" for line in body.logs)
    _log.info("a wallet stumbled: %s", ", ".join(f"{task} ({count})" for task, count in sorted(tasks.items())))
    return Response()


def _read_moment(text: str) -> datetime | None:
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, OverflowError):  # the latter for an offset without an end
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
