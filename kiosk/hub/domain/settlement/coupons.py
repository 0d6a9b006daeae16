"""The kept offers that take something off a bill."""

from sqlalchemy.orm import Session

from kiosk.hub.models.conversation.bookmark import Bookmark, find_bookmark
from kiosk.hub.models.settlement.settlement import Settlement


def list_coupons(session: Session, row: Settlement) -> list[Bookmark]:
    """Those that are still there, in the order of their ids."""
    savings = (saving for line in row.bill.lines for saving in line.savings)
    ids = {saving.benefit for saving in savings if saving.source == "coupon"}
    found = (find_bookmark(session, bookmark_id) for bookmark_id in sorted(ids))
    return [bookmark for bookmark in found if bookmark]
