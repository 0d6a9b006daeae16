"""The rows that the hub writes for a tap, written by hand: a yardstick that does the same work, and no other."""

from collections.abc import Callable
from typing import Any, TypeAlias
from uuid import uuid4

from kiosk.hub.routes.bookmark import BookmarkIn

Run: TypeAlias = Callable[..., Any]
"""Runs a statement with its values, and returns the first row that it finds or makes, or `None`."""

_FIND_OWNER = "SELECT member_key FROM credentials WHERE store_id = ? AND kind = ? AND value = ?"
_FIND_CONVERSATION = "SELECT id FROM conversations WHERE member_key = ?"
_ADD_MEMBER = """
INSERT INTO members (key, store_id, joined_at, language, segments, revision, visits, interests)
VALUES (?, ?, ?, ?, '[]', 0, 0, '{}')
"""
_ADD_CARD = "INSERT INTO credentials (store_id, kind, value, member_key) VALUES (?, ?, ?, ?)"
_ADD_CONVERSATION = "INSERT INTO conversations (id, member_key, opened_at) VALUES (?, ?, ?)"
_ADD_MESSAGE = """
INSERT INTO messages (conversation_id, bookmark_id, author, text, written_at, entry)
VALUES (?, ?, 'store', 'Kept.', ?, 'screen') RETURNING id
"""
_ADD_BOOKMARK = """
INSERT INTO bookmarks (
    id, fingerprint, store_id, offer_id, member_key, conversation_id, first_message_id, was_known, language, tapped_at,
    kept_at, redeem_code, screen_id, state, turns
) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'issued', 1)
"""
_ADD_CLAIM = "INSERT INTO claims (token, bookmark_id) VALUES (?, ?)"
_ADD_POSTING = """
INSERT INTO ledger_postings (store_id, key, fingerprint, unit, reason, because, posted_at)
VALUES (?, ?, ?, 'coupons', 'issued', 'one coupon', ?) RETURNING id
"""
_MOVE = """
UPDATE ledger_accounts SET balance = balance + ?
WHERE store_id = ? AND kind = ? AND owner = ? AND unit = 'coupons' RETURNING id
"""
_OPEN = """
INSERT INTO ledger_accounts (store_id, kind, owner, unit, may_overdraw, balance)
SELECT store_id, ?, id, 'coupons', ?, 0 FROM offers WHERE true
ON CONFLICT DO NOTHING
"""
_ADD_LINE = "INSERT INTO ledger_lines (posting_id, account_id, steps) VALUES (?, ?, ?)"


def open_accounts(run: Run) -> None:
    """Have what the hub makes at an offer's first tap."""
    run(_OPEN, "stock", True)  # noqa: FBT003 - a value of a row
    run(_OPEN, "issued", False)  # noqa: FBT003 - as above


def write_rows(run: Run, body: BookmarkIn, token: str) -> None:
    """All rows of this tap."""
    now = body.tapped_at.isoformat(" ").partition("+")[0]
    owner = run(_FIND_OWNER, body.store, body.credential.kind, body.credential.value)
    key = owner[0] if owner else _add_member(run, body, now)
    known = run(_FIND_CONVERSATION, key)
    conversation = known[0] if known else _open_conversation(run, key, now)
    message = run(_ADD_MESSAGE, conversation, body.id, now)[0]
    told = (body.id, uuid4().hex * 2, body.store, body.offer, key, conversation, message, bool(owner))
    run(_ADD_BOOKMARK, *told, body.language, now, now, uuid4().hex, body.screen)
    run(_ADD_CLAIM, token, body.id)
    _post(run, body, now)


def _add_member(run: Run, body: BookmarkIn, now: str) -> str:
    key = f"s_{uuid4().hex}"
    run(_ADD_MEMBER, key, body.store, now, body.language)
    run(_ADD_CARD, body.store, body.credential.kind, body.credential.value, key)
    return key


def _open_conversation(run: Run, key: str, now: str) -> str:
    conversation = f"c_{uuid4().hex}"
    run(_ADD_CONVERSATION, conversation, key, now)
    return conversation


def _post(run: Run, body: BookmarkIn, now: str) -> None:
    posting = run(_ADD_POSTING, body.store, f"coupon:{body.id}:0", uuid4().hex * 2, now)[0]
    for kind, steps in (("stock", -1), ("issued", 1)):
        account = run(_MOVE, steps, body.store, kind, body.offer)[0]
        run(_ADD_LINE, posting, account, steps)
