"""The page on which a member sees what she collected: her balances, her stamp card, and the code that she passes on."""

from typing import Annotated

from fastapi import APIRouter, Form
from pydantic import BaseModel, Field
from sqlalchemy.orm import Session
from starlette.responses import RedirectResponse, Response

from kiosk.hub.models.bookmark import Bookmark
from kiosk.hub.models.member import Member
from kiosk.hub.pages.benefit_sheet import gather_benefits, try_code
from kiosk.hub.pages.own_claim import find_own_claim
from kiosk.hub.problem import Problem
from kiosk.hub.web.visit import Visit, VisitDep

router = APIRouter(include_in_schema=False)
_ADDRESS = "/c/{token}/benefits"


class CodeForm(BaseModel):
    """What the form for a friend's code sends."""

    form_token: Annotated[str, Field(max_length=128)]
    code: Annotated[str, Field(max_length=64)] = ""


@router.get(_ADDRESS)
def show_benefits(visit: VisitDep, token: str) -> Response:
    """Show it to a browser of her own; whoever only looks ahead is led back to the claim."""
    if not visit.is_proven:
        return RedirectResponse(f"/c/{token}", 303)
    with visit.hub.database.write() as session:
        bookmark, member = _find_member(visit, session, token)
        words = visit.choose_words(bookmark.language)
        values = gather_benefits(visit.hub, session, member, words)
    return visit.show("benefits.html", words, {**values, **_make_form(visit, token)})


@router.post(_ADDRESS)
def post_code(visit: VisitDep, token: str, form: Annotated[CodeForm, Form()]) -> Response:
    """Note by whose code she came, and lead to the page again, or say there why it does not count."""
    visit.check_form(_name_form(token), form.form_token)
    with visit.hub.database.write() as session:
        bookmark, member = _find_member(visit, session, token)
        words = visit.choose_words(bookmark.language)
        complaint = try_code(visit.hub, session, member, form.code, words)
        values = gather_benefits(visit.hub, session, member, words)
    if complaint:
        return visit.show("benefits.html", words, {**values, **_make_form(visit, token, complaint)}, 400)
    return RedirectResponse(f"/c/{token}/benefits?lang={words.language}#code", 303)


def _find_member(visit: Visit, session: Session, token: str) -> tuple[Bookmark, Member]:
    own = find_own_claim(visit, session, token, opens=True)
    if not own.is_hers:
        raise Problem(403, "counter_needed", "The browser is not known to be the member's own.")
    return own.bookmark, session.get_one(Member, own.bookmark.member_key)


def _name_form(token: str) -> str:
    return f"{token}/benefits"


def _make_form(visit: Visit, token: str, complaint: str = "") -> dict[str, object]:
    form_token = visit.make_form_token(_name_form(token))
    return {
        "back": f"/c/{token}",
        "allowed_href": f"/c/{token}/me",
        "form_token": form_token,
        "complaint": complaint,
    }
