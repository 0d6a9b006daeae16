"""The page on which a member adds a card: she opens the window, keeps two offers with it, and says that she did."""

from typing import Annotated

from fastapi import APIRouter, Form
from starlette.responses import Response

from kiosk.hub.domain.credentials.card_window import Shown, look_through
from kiosk.hub.models.members.card_window import find_card_window, open_card_window
from kiosk.hub.pages.visitor.signed_in import ACCOUNT, PlainForm, SignedIn, SignedInDep

router = APIRouter(include_in_schema=False)
CARD = f"{ACCOUNT}/card"
_CLOSED = "closed"
_OVER = (_CLOSED, Shown.SEVERAL_CARDS.value, Shown.ATTACHED.value)
"""What ends a window."""


@router.post(CARD)
def post_window(signed_in: SignedInDep, form: Annotated[PlainForm, Form()]) -> Response:
    """Open the window, and lead to its page."""
    signed_in.check_form(form.form_token)
    with signed_in.hub.database.write() as session:
        open_card_window(session, signed_in.member_key, signed_in.hub.now())
    return signed_in.lead(path=CARD)


@router.get(CARD)
def show_window(signed_in: SignedInDep) -> Response:
    """Say what to do."""
    with signed_in.hub.database.read() as session:
        window = find_card_window(session, signed_in.member_key, signed_in.hub.now())
    return _show(signed_in, "" if window else _CLOSED)


@router.post(CARD + "/done")
def post_done(signed_in: SignedInDep, form: Annotated[PlainForm, Form()]) -> Response:
    """Look what was tapped, and say what came of it."""
    signed_in.check_form(form.form_token)
    with signed_in.hub.database.write() as session:
        window = find_card_window(session, signed_in.member_key, signed_in.hub.now())
        shown = look_through(signed_in.hub, session, signed_in.account, window).value if window else _CLOSED
    return _show(signed_in, shown)


def _show(signed_in: SignedIn, shown: str) -> Response:
    values = {
        "said": signed_in.phrases.window.get(shown, ""),
        "is_over": shown in _OVER,
        "is_attached": shown == Shown.ATTACHED.value,
    }
    return signed_in.show("card_window.html", values)
