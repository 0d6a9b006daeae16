"""The handshake that a request at the tablet is about: hers who asked for it, and as long as it runs."""

from collections.abc import Mapping

from sqlalchemy.orm import Session
from starlette.responses import Response

from kiosk.hub.console.desk import Desk
from kiosk.hub.console.form.form import get_text
from kiosk.hub.console.members.calls import TABLET
from kiosk.hub.console.tablet.clock import print_time
from kiosk.hub.domain.digest import digest
from kiosk.hub.domain.handshake.agreement import Share
from kiosk.hub.domain.handshake.meeting import find_own
from kiosk.hub.models.conversation.bookmark import Bookmark
from kiosk.hub.models.handshake.handshake import Handshake
from kiosk.hub.models.members.member import list_kin
from kiosk.hub.problem import Problem

CUSTOMER = f"{TABLET}/customers/{{handshake_id}}"
STATUS = "status"
"""The part of a page that tells nothing but how long it goes on."""


def get_meeting(desk: Desk, session: Session, handshake_id: str) -> Handshake:
    """The handshake. Raises a 410 `Problem` for one that is over, or was never this person's: both tell the same."""
    found = find_own(desk.hub, session, desk.store.id, desk.person.id, handshake_id)
    if found is None:
        raise Problem(410, "handshake_over", "She shows nothing now.")
    return found


def get_confirmed(desk: Desk, session: Session, handshake_id: str, share: Share | None = None) -> Handshake:
    """As `get_meeting`, once she confirmed, with this part among what she shares."""
    found = get_meeting(desk, session, handshake_id)
    if found.state != "confirmed" or (share is not None and share not in found.shares):
        raise Problem(410, "handshake_over", "She does not show that.")
    return found


def get_kept_of(session: Session, handshake: Handshake, bookmark_id: str) -> Bookmark:
    """What she kept under this id; raises a 404 `Problem` for what is not hers."""
    found = session.get(Bookmark, bookmark_id)
    if found is None or found.member_key not in list_kin(session, handshake.member_key):
        raise Problem(404, "not_found", "She kept no such thing.")
    return found


def name_form(desk: Desk, handshake_id: str) -> str:
    """What the form that was sent is known by: sent again, it is the same deed."""
    return digest(f"{handshake_id}:{get_text(desk.form, 'nonce')}")[:32]


def show_meeting(
    desk: Desk, handshake: Handshake, template: str, values: Mapping[str, object], status: int = 200
) -> Response:
    """The page, with what all pages of a handshake tell of it."""
    left_s = int((handshake.due_at - desk.hub.now()).total_seconds()) + 1
    shared = {
        "root": f"{TABLET}/customers/{handshake.id}",
        "part": STATUS,
        "shares": list(handshake.shares),
        "until": print_time(desk, handshake.due_at),
        "left_s": left_s,
        "nonce": desk.hub.mint(),
    }
    return desk.show(template, {**shared, **values}, status)
