"""All that the hub has of a member, as she takes it along: what she did, what was said, and what follows from it."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from types import MappingProxyType
from typing import Any, TypeAlias

import msgspec
from msgspec import Struct
from sqlalchemy import select
from sqlalchemy.orm import Session

from kiosk.contract.phrase import choose_phrase
from kiosk.hub.context import Hub
from kiosk.hub.domain.member_data.belonging import Belonging, get_table, list_told, match_hers
from kiosk.hub.domain.member_data.registry import HERS
from kiosk.hub.domain.member_data.traces import Traces, find_traces
from kiosk.hub.domain.profile.portrait import Portrait, draw_portrait
from kiosk.hub.models.benefits.ledger_posting import LedgerPosting
from kiosk.hub.models.catalogue.offer import Offer
from kiosk.hub.models.members.member import Member, find_person
from kiosk.hub.models.store.store import get_store
from kiosk.hub.text.consent_text import find_consent_text

FORMAT = "vitrine.member-export.1"
Row: TypeAlias = Mapping[str, Any]
_Enrich: TypeAlias = Callable[[Session, dict[str, Any], str], None]


class MemberExport(Struct, frozen=True):
    """Her rows by table and column, as `schema.py` describes them, times as RFC 3339 in UTC.

    `derived` is what is concluded from them now, and why; `None`: she does not allow that anything is.
    """

    format: str
    made_at: datetime
    store: str
    member: str
    language: str
    parts: Mapping[str, Sequence[Row]]
    derived: Portrait | None


def gather_export(hub: Hub, session: Session, member: Member, language: str) -> MemberExport:
    """All of the person to whom this key belongs; what others put into words, in this language."""
    person, now = find_person(session, member), hub.now()
    traces = find_traces(session, person, now)
    parts: dict[str, list[Row]] = {}
    for belonging in HERS:
        rows = _list_rows(session, belonging, traces, language)
        parts.setdefault(belonging.table, []).extend(rows)
    return MemberExport(
        format=FORMAT,
        made_at=now,
        store=get_store(session, person.store_id).name,
        member=person.key,
        language=language,
        parts={table: rows for table, rows in parts.items() if rows},
        derived=draw_portrait(session, person, now),
    )


def encode_export(export: MemberExport) -> bytes:
    """As JSON, to be read by people, too."""
    return msgspec.json.format(msgspec.json.encode(export), indent=2) + b"\n"


def _list_rows(session: Session, belonging: Belonging, traces: Traces, language: str) -> list[Row]:
    columns = list_told(belonging)
    order = list(get_table(belonging).primary_key.columns)
    query = select(*(columns or order)).where(match_hers(belonging, traces)).order_by(*order)
    names = [column.name for column in columns]
    rows = [dict(zip(names, row, strict=False)) for row in session.execute(query)]
    enrich = _ENRICHMENTS.get(belonging.table)
    if enrich:
        for row in rows:
            enrich(session, row, language)
    return list(rows)


def _name_offer(session: Session, row: dict[str, Any], language: str) -> None:
    offer = session.get(Offer, row["offer_id"])
    row["offer"] = choose_phrase(offer.title, language) if offer else ""


def _explain_line(session: Session, row: dict[str, Any], _language: str) -> None:
    posting = session.get_one(LedgerPosting, row["posting_id"])
    row |= {"unit": posting.unit, "reason": posting.reason, "because": posting.because}
    row["posted_at"] = posting.posted_at


def _quote_consent(_session: Session, row: dict[str, Any], language: str) -> None:
    text = find_consent_text(row["text_version"], row["purpose"], language)
    row["wording"] = f"{text.title}: {text.text}" if text else ""


_ENRICHMENTS: Mapping[str, _Enrich] = MappingProxyType(
    {"bookmarks": _name_offer, "consents": _quote_consent, "ledger_lines": _explain_line}
)
"""What a row says only to who has the other table, too."""
ADDED: Mapping[str, Mapping[str, type]] = MappingProxyType(
    {
        "bookmarks": {"offer": str},
        "consents": {"wording": str},
        "ledger_lines": {"unit": str, "reason": str, "because": str, "posted_at": datetime},
    }
)
"""The columns that come with it."""
