"""Until when what a source tells of somebody is over: she took her consent back then, or was erased."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from sqlalchemy.orm import Session

from kiosk.hub.domain.profile.handle import ACCOUNT, KINDS, Handle, make_handle
from kiosk.hub.models.profile.ended_consent import EndedConsent, find_last_end, note_end


def end_words(session: Session, store_id: str, handles: Iterable[Handle], at: datetime) -> None:
    """Let nothing count any more that was said until then of whom one of these handles names."""
    for kind, value in _seal(session, handles):
        note_end(session, EndedConsent(store_id=store_id, kind=kind, value=value, ended_at=at))


def is_over(session: Session, store_id: str, handles: Iterable[Handle], at: datetime) -> bool:
    """Whether what was said then of whom these handles name counts no more."""
    ended_at = find_last_end(session, store_id, _seal(session, handles))
    return ended_at is not None and at <= ended_at


def _seal(session: Session, handles: Iterable[Handle]) -> Iterator[tuple[str, str]]:
    """Each as it may outlive her: a card's hash, by which screens know her, would still be hers."""
    for handle in handles:
        if handle.kind in KINDS:
            yield handle.kind, handle.value
        elif handle.kind != ACCOUNT:  # that is a member's own key, and comes with the address that it was found by
            yield handle.kind, make_handle(session, handle.kind, handle.value, is_verified=True).value
