"""Looks again and again for what rules have to say, and says it."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from kiosk.contract.phrase import choose_phrase
from kiosk.hub.automation.candidates import Candidate, list_candidates
from kiosk.hub.context import Hub
from kiosk.hub.domain.conversation.conversation import Said, tell_member
from kiosk.hub.domain.conversation.page import make_page
from kiosk.hub.models.catalogue.offer import Offer
from kiosk.hub.models.conversation.bookmark import Bookmark
from kiosk.hub.models.conversation.message import MEMBER, Entry, Message
from kiosk.hub.models.conversation.reminder import Reminder
from kiosk.hub.rules import Rule, choose_text
from kiosk.hub.web.links import link_campaign
from kiosk.poller import Poller

_AT_ONCE = 100
_PAUSE_S = 10.0


def keep_reminding(hub: Hub) -> Poller:
    """Until this ends, have the rules their say beside all that is asked of the hub."""
    return Poller("rules", lambda: apply_rules(hub), rest_s=_PAUSE_S)


def apply_rules(hub: Hub) -> float:
    """Let each rule have its say, so briefly that no other writer waits long; seconds until the next look."""
    judged = [_apply(hub, rule) for rule in hub.settings.rules]
    return 0.0 if any(count == _AT_ONCE for count in judged) else _PAUSE_S


def _apply(hub: Hub, rule: Rule) -> int:
    with hub.database.read() as session:
        if not list_candidates(session, rule, hub.now(), 1):
            return 0
    with hub.database.write() as session:
        candidates = list_candidates(session, rule, hub.now(), _AT_ONCE)
        for candidate in candidates:
            _judge(hub, session, rule, candidate)
    return len(candidates)


def _judge(hub: Hub, session: Session, rule: Rule, candidate: Candidate) -> None:
    bookmark, cause = candidate.bookmark, candidate.cause
    session.add(Reminder(rule=rule.name, bookmark_id=bookmark.id, cause=cause, judged_at=hub.now()))
    if "answered" in rule.unless and _has_written(session, bookmark):
        return
    offer = choose_phrase(session.get_one(Offer, bookmark.offer_id).title, bookmark.language)
    entry: Entry = "pickup" if rule.trigger == "order_ready" else "rule"
    link = link_campaign(hub.settings.public_url, rule.campaign)
    said = Said(choose_text(rule, bookmark.language, offer, link), entry, f"rule:{rule.name}:{cause}:{bookmark.id}")
    tell_member(hub, session, make_page(bookmark), said)


def _has_written(session: Session, bookmark: Bookmark) -> bool:
    query = select(Message.id).where(Message.bookmark_id == bookmark.id, Message.author == MEMBER)
    return session.scalar(query.limit(1)) is not None
