"""An occasion to earn: what a member did is told once or often, and pays once."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import msgspec
from msgspec import Struct
from sqlalchemy.orm import Session

from kiosk.contract.money import Money
from kiosk.hub.domain.benefits.debt import settle_debts
from kiosk.hub.domain.benefits.earning import Award, Counted, weigh
from kiosk.hub.domain.benefits.ledger import Cause, make_gift, post
from kiosk.hub.domain.benefits.policy import Action
from kiosk.hub.domain.benefits.programme import read_programme
from kiosk.hub.domain.benefits.rule import Rule
from kiosk.hub.domain.digest import digest
from kiosk.hub.models.benefits.earned_count import EVERYBODY, EarnedCount, count_up, find_count, open_count
from kiosk.hub.models.benefits.earning import Earning, find_earning
from kiosk.hub.models.members.member import Member, find_person
from kiosk.hub.models.store.store import get_store
from kiosk.hub.problem import Problem


class Occasion(Struct, frozen=True):
    """What a member did at `happened_at`, under a `key` that names it for ever; `paid` is what she paid, if told."""

    key: str
    action: Action
    happened_at: datetime
    paid: Money | None = None


def earn(session: Session, member: Member, occasion: Occasion, now: datetime) -> list[Award]:
    """Give her what each rule for this finds, or say again what was found; the session is a writer's.

    It goes to whom she turned out to be: what was earned as one person is hers, also if that is undone.

    Raises a 422 `Problem` where another occasion came under its key.
    """
    fingerprint = digest(msgspec.json.encode((occasion.action, member.key, occasion.paid)).decode())
    known = find_earning(session, member.store_id, occasion.key)
    if known is None:
        person = find_person(session, member)
        awards = [
            _apply(session, person, occasion, rule, now)
            for rule in read_programme(session, member.store_id).earn
            if rule.on == occasion.action
        ]
        row = Earning(
            store_id=member.store_id,
            key=occasion.key,
            fingerprint=fingerprint,
            findings=[msgspec.to_builtins(award) for award in awards],
            member_key=person.key,
        )
        session.add(row)
        session.flush()
        return awards
    if known.fingerprint != fingerprint:
        raise Problem(422, "idempotency_key_reused", "Another occasion came under this key.")
    return msgspec.convert(known.findings, list[Award])


def foresee(session: Session, member: Member, occasion: Occasion, now: datetime) -> list[Award]:
    """What each rule would give her for this now, and nothing of it happens."""
    person, day = find_person(session, member), _find_day(session, member, occasion, now)
    rules = [rule for rule in read_programme(session, member.store_id).earn if rule.on == occasion.action]
    return [
        weigh(rule, occasion.paid, day, _count(*(find_count(session, *key, day) for key in _name_counts(person, rule))))
        for rule in rules
    ]


def _name_counts(person: Member, rule: Rule) -> tuple[tuple[str, str, str], tuple[str, str, str]]:
    """The count of hers, and that of all."""
    return (person.store_id, rule.name, person.key), (person.store_id, rule.name, EVERYBODY)


def _find_day(session: Session, member: Member, occasion: Occasion, now: datetime) -> date:
    """The store's day on which it happened."""
    zone = ZoneInfo(get_store(session, member.store_id).time_zone)
    return min(occasion.happened_at, now).astimezone(zone).date()


def _apply(session: Session, member: Member, occasion: Occasion, rule: Rule, now: datetime) -> Award:
    day = _find_day(session, member, occasion, now)
    own, all_ = (open_count(session, *key, day) for key in _name_counts(member, rule))
    award = weigh(rule, occasion.paid, day, _count(own, all_))
    if award.steps:
        cause = Cause(f"{occasion.key}/{rule.name}", occasion.action, award.because)
        post(session, member.store_id, make_gift(cause, award.unit, member.key, award.steps), now)
        settle_debts(session, member, award.unit, cause.key, now)
        count_up(own)
        count_up(all_)
    return award


def _count(own: EarnedCount, all_: EarnedCount) -> Counted:
    return Counted(member_day=own.times_day, member=own.times, day=all_.times_day, total=all_.times)
