"""What whoever kept an offer is told of it, whether it is kept now or was before."""

from msgspec import Struct
from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from kiosk.contract.bookmark import StampCount
from kiosk.hub.models.conversation.bookmark import Bookmark
from kiosk.hub.models.conversation.claim import Claim
from kiosk.hub.models.prepared import Prepared


class Kept(Struct, frozen=True):
    """A bookmark: in which conversation, by whose claim, and whether the store knew her before.

    `stamps` is how many her card had after the tap, if she lets that be told.
    """

    id: str
    was_known: bool
    conversation_id: str
    token: str
    stamps: StampCount | None


_BY_ID = Prepared(
    select(
        Bookmark.was_known,
        Bookmark.conversation_id,
        Claim.token,
        Bookmark.stamps,
        Bookmark.stamps_wanted,
    )
    .join(Claim, Claim.bookmark_id == Bookmark.id)
    .where(Bookmark.id == bindparam("id")),
    lambda *columns: columns,
)


def get_kept(session: Session, bookmark_id: str) -> Kept:
    """The bookmark of this id, which is there."""
    ((was_known, thread, token, have, wanted),) = _BY_ID.run(session, id=bookmark_id)
    return Kept(bookmark_id, was_known, thread, token, StampCount(have, wanted) if have and wanted else None)
