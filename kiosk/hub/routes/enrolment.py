"""`POST /v1/screens/enrol`: how a screen gets its token, by a short code that a manager approves."""

import hmac
from datetime import datetime
from typing import Annotated

from fastapi import APIRouter
from pydantic import BaseModel, Field
from sqlalchemy.orm import Session

from kiosk.hub.context import Hub, HubDep
from kiosk.hub.domain.digest import digest
from kiosk.hub.models.screens.enrolment import (
    LEAST_LETTERS,
    LIFETIME,
    Enrolment,
    add_enrolment,
    find_enrolment,
    is_outdated,
)
from kiosk.hub.models.screens.screen import find_screen, give_token
from kiosk.hub.models.screens.screen_state import is_heard_since
from kiosk.hub.problem import Problem
from kiosk.hub.web.address import AddressDep
from kiosk.hub.web.answers import Answer, ProblemAnswer, describe
from kiosk.hub.web.screen_answers import EnrolmentAnswer, ScreenSettings, Waiting

router = APIRouter()
_CODE = rf"^-*(?:[A-Za-z0-9]-*){{{LEAST_LETTERS},}}$"
"""Its dashes count for nothing."""
_ASK_AGAIN = {"Retry-After": "5"}


class EnrolmentIn(BaseModel):
    """The code that the screen made up and shows, and the secret that it made up with it and shows nobody."""

    code: Annotated[str, Field(max_length=64, pattern=_CODE)]
    secret: Annotated[str, Field(min_length=32, max_length=256)] | None = None


@router.post(
    "/v1/screens/enrol",
    responses={
        200: describe(EnrolmentAnswer, "Approved: the token, told until it is first used"),
        202: describe(Waiting, "Nobody approved the code yet"),
        403: describe(ProblemAnswer, "code_of_another"),
        410: describe(ProblemAnswer, "code_used"),
        429: describe(ProblemAnswer, "too_many_codes or too_many_requests"),
    },
)
def post_enrolment(hub: HubDep, body: EnrolmentIn, address: AddressDep) -> Answer:
    """Ask for the token of the screen that shows this code.

    Anybody in front of the screen can read the code, so the token goes only to the one who asked with it first (as
    the device code of RFC 8628): who sends the same `secret`, at least 32 characters that the screen made up. A
    screen that sends none is known by its address alone, and told its token once.
    """
    hub.screens.enter(address, hub.now())
    asker_hash = digest(f"secret:{body.secret}" if body.secret else f"address:{address}")
    with hub.database.write() as session:
        enrolment = find_enrolment(session, body.code, hub.now()) or _add(hub, session, body.code, asker_hash, address)
        if not hmac.compare_digest(enrolment.asker_hash, asker_hash):
            raise Problem(403, "code_of_another", "Another screen asked with this code first; ask with a new one.")
        if enrolment.used_at is not None and not (body.secret and _is_lost(session, enrolment, enrolment.used_at)):
            raise Problem(410, "code_used", "This code was used; ask with a new one.")
        if enrolment.store_id is None or enrolment.screen_id is None:
            return Answer(_wait(hub, enrolment), 202, _ASK_AGAIN)
        return Answer(_hand_over(hub, session, enrolment, enrolment.store_id, enrolment.screen_id))


def _wait(hub: Hub, enrolment: Enrolment) -> Waiting:
    left = LIFETIME - (hub.now() - enrolment.asked_at)
    return Waiting(f"{hub.settings.public_url}/console/screens", max(1, int(left.total_seconds())))


def _add(hub: Hub, session: Session, code: str, asker_hash: str, address: str) -> Enrolment:
    hub.codes.enter(address, hub.now())
    enrolment = add_enrolment(session, code, asker_hash, hub.now())
    if enrolment is None:
        raise Problem(429, "too_many_codes", "Too many screens are waiting; ask later.", {"Retry-After": "60"})
    return enrolment


def _is_lost(session: Session, enrolment: Enrolment, told_at: datetime) -> bool:
    """Whether the token may have been lost on its way: nobody came in by it yet, and it would let its screen in."""
    store_id, screen_id = enrolment.store_id or "", enrolment.screen_id or ""
    screen = find_screen(session, store_id, screen_id)
    is_good = screen is not None and screen.token_hash is not None and screen.revoked_at is None
    return is_good and not is_outdated(session, enrolment) and not is_heard_since(session, store_id, screen_id, told_at)


def _hand_over(hub: Hub, session: Session, enrolment: Enrolment, store_id: str, screen_id: str) -> EnrolmentAnswer:
    screen = find_screen(session, store_id, screen_id)
    if screen is None:
        raise Problem(410, "code_used", "The screen was removed; ask with a new code.")
    token = hub.mint()
    give_token(screen, digest(token))
    enrolment.used_at = hub.now()
    return EnrolmentAnswer(token, screen.store_id, screen.id, ScreenSettings(screen.zones))
