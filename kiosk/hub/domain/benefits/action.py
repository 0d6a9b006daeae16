"""What a system outside says that a member did: counted once, by whatever name it is sent again."""

from typing import Annotated

import msgspec
from msgspec import Meta, Struct
from sqlalchemy.orm import Session

from kiosk.contract.json_flaws import JSON_FLAWS
from kiosk.hub.context import Hub
from kiosk.hub.domain.benefits.earning import Award
from kiosk.hub.domain.benefits.occasion import Occasion, earn
from kiosk.hub.domain.benefits.policy import Action, tell_unrewarded
from kiosk.hub.domain.benefits.signature import Envelope, check_signature
from kiosk.hub.domain.benefits.thanks import thank
from kiosk.hub.models.benefits.action_source import ActionSource
from kiosk.hub.models.benefits.earning import find_earning
from kiosk.hub.models.members.member import Member, find_member_by_key
from kiosk.hub.problem import Problem

TOLD: tuple[Action, ...] = ("check_in", "login", "feedback", "gallery")
"""The actions that are taken from outside: what was bought is said by tills, and who came by whom by friends."""
_Word = Annotated[str, Meta(min_length=1, max_length=128)]


class Told(Struct, frozen=True):
    """The action, and the pseudonym of the member who did it; other members of the body are not read."""

    action: _Word
    member: _Word


def take_action(
    hub: Hub, session: Session, source: ActionSource, envelope: Envelope, body: bytes
) -> tuple[list[Award], bool]:
    """What she got for it, and whether that is new; she is thanked in her conversation then.

    Raises a `Problem`: 401 for what is not signed, 400 for what is no action, 404 for a member that there is not, and
    422 for an action that is unknown, never rewarded, or another than was sent under this name before.
    """
    check_signature(source.secret, envelope, body, hub.now())
    told = _read(body)
    action = _find_action(told.action)
    member = find_member_by_key(session, source.store_id, told.member)
    if member is None:
        raise Problem(404, "member_unknown", "This store has no such member.")
    return _earn_once(hub, session, member, action, f"action:{source.id}:{envelope.id}")


def _earn_once(hub: Hub, session: Session, member: Member, action: Action, key: str) -> tuple[list[Award], bool]:
    is_new = find_earning(session, member.store_id, key) is None
    occasion = Occasion(key, action, hub.now())
    awards = earn(session, member, occasion, hub.now())
    if is_new:
        thank(hub, session, member, occasion, awards)
    return awards, is_new


def _read(body: bytes) -> Told:
    try:
        return msgspec.json.decode(body, type=Told)
    except JSON_FLAWS as error:
        raise Problem(400, "malformed", "The body is no action.") from error


def _find_action(name: str) -> Action:
    if why := tell_unrewarded(name):
        raise Problem(422, "action_not_rewarded", f"{why}.")
    for action in TOLD:
        if action == name:
            return action
    raise Problem(422, "action_unknown", f"The actions are {', '.join(TOLD)}.")
