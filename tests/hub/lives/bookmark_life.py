"""The life of bookmarks: whatever screens send twice, late, at once or into a power cut, each tap is one bookmark."""

from collections import Counter
from decimal import Decimal
from typing import Any

import requests
from hypothesis import strategies as some
from hypothesis.stateful import invariant, rule
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from kiosk.contract.money import Money
from kiosk.contract.offer import Budget
from kiosk.hub.domain.benefits.audit import find_faults
from kiosk.hub.models.benefits.ledger_posting import LedgerPosting
from kiosk.hub.models.catalogue.offer import Offer
from kiosk.hub.models.conversation.bookmark import Bookmark
from kiosk.hub.models.conversation.claim import Claim
from kiosk.hub.models.conversation.conversation import Conversation
from kiosk.hub.models.conversation.message import Message
from tests.hub.lives.failing_shop import Ask
from tests.hub.lives.life import Life
from tests.hub.lives.power import CUTS, Cut
from tests.hub.lives.stage import OFFERS
from tests.hub.running import make_bookmark

_TAPS = some.integers(0, 5)
_BUDGET = 3
"""So many bookmarks of the lamp the store pays for."""


class BookmarkLife(Life):
    """Six taps with three cards on two offers."""

    def __init__(self) -> None:
        super().__init__()
        self.answers = dict[str, tuple[str, Any]]()
        self.made = Counter[str]()
        with self.shop.hub.database.write() as session:
            session.get_one(Offer, OFFERS[1]).budget = Budget(Money(Decimal(_BUDGET), "EUR"), Money(Decimal(1), "EUR"))

    @rule(tap=_TAPS, language=some.sampled_from(["de", "de", "en"]), cut=CUTS)
    def send(self, tap: int, language: str, cut: Cut | None) -> None:
        self._do((tap, language), cut=cut)

    @rule(taps=some.tuples(_TAPS, _TAPS), cut=CUTS)
    def send_two_at_once(self, taps: tuple[int, int], cut: Cut | None) -> None:
        self._do(*((tap, "de") for tap in taps), cut=cut)

    @rule(tap=_TAPS, other=_TAPS)
    def send_under_another_key(self, tap: int, other: int) -> None:
        body = _make_body(tap, "de")
        key = f"tap-{other}" if other != tap else ""
        (answer,) = self.shop.do(self._ask(body, key), cut=None)
        assert answer is not None
        assert (answer.status_code, answer.json()["code"]) == (400, "idempotency_key_wrong")

    def _do(self, *taps: tuple[int, str], cut: Cut | None) -> None:
        bodies = [_make_body(*tap) for tap in taps]
        answers = self.shop.do(*(self._ask(body, body["id"]) for body in bodies), cut=cut)
        for body, answer in zip(bodies, answers, strict=True):
            if answer is not None:
                self._hear(body, answer)

    def _ask(self, body: dict[str, Any], key: str) -> Ask:
        return self.shop.call("POST", "/v1/bookmarks", self.stage.screen, body, **{"Idempotency-Key": key})

    def _hear(self, body: dict[str, Any], answer: requests.Response) -> None:
        told = answer.json()
        if answer.status_code in (200, 201):
            known = (body["language"], told)
            assert self.answers.setdefault(body["id"], known) == known
            self.made[body["id"]] += answer.status_code == 201
        elif told["code"] == "budget_spent":
            assert self._count_lamps() == _BUDGET
        else:
            assert told["code"] == "idempotency_key_reused"
            assert self._read_language(body["id"]) not in ("", body["language"])

    def _count_lamps(self) -> int:
        with self.shop.hub.database.read() as session:
            query = select(func.count()).select_from(Bookmark).where(Bookmark.offer_id == OFFERS[1])
            return session.scalar(query) or 0

    def _read_language(self, tap: str) -> str:
        with self.shop.hub.database.read() as session:
            kept = session.get(Bookmark, tap)
            return kept.language if kept else ""

    @invariant()
    def what_was_answered_is_kept_and_made_once(self) -> None:
        with self.shop.hub.database.read() as session:
            kept = set(session.scalars(select(Bookmark.id)))
        assert set(self.answers) <= kept
        assert max(self.made.values(), default=0) <= 1
        assert self._count_lamps() <= _BUDGET

    @invariant()
    def each_is_kept_whole_and_none_in_part(self) -> None:
        with self.shop.hub.database.read() as session:
            kept = sorted(session.scalars(select(Bookmark.id)))
            assert sorted(session.scalars(select(Claim.bookmark_id))) == kept
            assert Counter(session.scalars(select(Message.bookmark_id))) == Counter(kept)
            keys = session.scalars(select(LedgerPosting.key).where(LedgerPosting.key.startswith("coupon:")))
            assert sorted(keys) == [f"coupon:{tap}:0" for tap in kept]
            assert find_faults(session) == []

    @invariant()
    def a_card_is_one_member_and_she_has_one_conversation(self) -> None:
        with self.shop.hub.database.read() as session:
            holders = {_name_card(tap): _list_holders(session, tap) for tap in range(3)}
            owners = session.scalars(select(Conversation.member_key)).all()
        assert all(len(found) <= 1 for found in holders.values())
        assert len(owners) == len(set(owners))


def _make_body(tap: int, language: str) -> dict[str, Any]:
    card = {"kind": "uid", "value": _name_card(tap)}
    return make_bookmark(id=f"tap-{tap}", offer=OFFERS[tap % 2], credential=card, language=language)


def _name_card(tap: int) -> str:
    return "abc"[tap % 3] * 64


def _list_holders(session: Session, tap: int) -> set[str]:
    same_card = [f"tap-{one}" for one in range(6) if one % 3 == tap]
    return set(session.scalars(select(Bookmark.member_key).where(Bookmark.id.in_(same_card))))
