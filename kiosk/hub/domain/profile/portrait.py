"""What is reckoned of a member now, with why she is in a segment or is not: told to the staff, and to herself."""

from collections.abc import Mapping
from datetime import datetime

from msgspec import Struct
from sqlalchemy.orm import Session

from kiosk.contract.shopper import PERSONAL_OFFERS
from kiosk.hub.domain.profile.diary import list_facts
from kiosk.hub.domain.profile.finding import Finding, list_findings
from kiosk.hub.domain.profile.rules import describe_member
from kiosk.hub.domain.profile.trait import reckon_traits
from kiosk.hub.models.members.consent import is_given
from kiosk.hub.models.members.member import Member, list_kin
from kiosk.hub.models.profile.segment import list_rules
from kiosk.offers.audience import reaches


class Membership(Struct, frozen=True):
    """Whether she is in this segment, and what each of its rules found."""

    segment: str
    is_in: bool
    findings: tuple[Finding, ...]


class Portrait(Struct, frozen=True):
    """Her traits and shelves, and all segments with rules: those that hold her first."""

    amounts: Mapping[str, float]
    shelves: Mapping[str, float]
    memberships: tuple[Membership, ...]


def draw_portrait(session: Session, member: Member, now: datetime) -> Portrait | None:
    """The portrait; `None`: she does not allow that anything is reckoned of her."""
    if not is_given(session, member.key, PERSONAL_OFFERS):
        return None
    traits = reckon_traits(list_facts(session, list_kin(session, member.key), now), now)
    situation = describe_member(member, traits, now)
    memberships = [
        Membership(name, reaches(rules, situation), list_findings(rules, situation))
        for name, rules in list_rules(session, member.store_id).items()
    ]
    return Portrait(traits.amounts, traits.shelves, tuple(sorted(memberships, key=lambda one: not one.is_in)))
