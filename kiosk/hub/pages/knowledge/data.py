"""The page on which a member takes along all that the hub has of her, or has it erased."""

from typing import Annotated, Literal

from fastapi import APIRouter, Form
from pydantic import BaseModel, Field
from starlette.background import BackgroundTask
from starlette.responses import Response

from kiosk.hub.domain.member_data.erasure import erase_member
from kiosk.hub.domain.member_data.export import encode_export, gather_export
from kiosk.hub.fleet.commands import ask_reload
from kiosk.hub.pages.visitor.hers import Hers, HersDep
from kiosk.hub.pages.visitor.signed_in import COOKIE
from kiosk.hub.text.data_words import read_data_words
from kiosk.hub.web.browser import COOKIE as BROWSER_COOKIE
from kiosk.hub.web.data_sheet import render_sheet
from kiosk.hub.web.page import FORGET

router = APIRouter(include_in_schema=False)
_OF_ACCOUNT, _OF_PHONE = "/account/data", "/c/{token}/me/data"
_PRIVATE = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer"}


class ExportForm(BaseModel):
    """What the buttons of the export send."""

    form_token: Annotated[str, Field(max_length=128)]
    kind: Literal["html", "json"]


class EraseForm(BaseModel):
    """What the form of the erasure sends: the word that she typed."""

    form_token: Annotated[str, Field(max_length=128)]
    word: Annotated[str, Field(max_length=128)] = ""


@router.get(_OF_ACCOUNT)
@router.get(_OF_PHONE)
def show_data(hers: HersDep) -> Response:
    """Say what she can have, and what an erasure comes to."""
    return _show(hers)


@router.post(f"{_OF_ACCOUNT}/export")
@router.post(f"{_OF_PHONE}/export")
def post_export(hers: HersDep, form: Annotated[ExportForm, Form()]) -> Response:
    """Make the file, which is kept nowhere, and hand it over."""
    hers.check_form(form.form_token)
    with hers.hub.database.read() as session:
        export = gather_export(hers.hub, session, hers.get_member(session), hers.words.language)
    is_json = form.kind == "json"
    content = encode_export(export) if is_json else render_sheet(export, hers.store.time_zone).encode()
    kind = "application/json" if is_json else "text/html; charset=utf-8"
    name = f"{hers.store.id}-{export.made_at:%Y-%m-%d}.{form.kind}"
    headers = {**_PRIVATE, "Content-Disposition": f'attachment; filename="{name}"'}
    return Response(content, media_type=kind, headers=headers)


@router.post(f"{_OF_ACCOUNT}/erase")
@router.post(f"{_OF_PHONE}/erase")
def post_erase(hers: HersDep, form: Annotated[EraseForm, Form()]) -> Response:
    """Erase her, if she typed the word; from then on the phone is anybody's."""
    hers.check_form(form.form_token)
    phrases = read_data_words(hers.words.language)
    if form.word.strip().casefold() != phrases.page["erase_word"].casefold():
        return _show(hers, is_wrong=True)
    with hers.hub.database.erase() as session:
        erase_member(hers.hub, session, hers.get_member(session))
    response = hers.show("erased.html", {"phrases": phrases})
    response.headers.update(FORGET)
    for cookie in (COOKIE, BROWSER_COOKIE):
        response.delete_cookie(cookie)
    response.background = BackgroundTask(ask_reload, hers.hub, hers.store.id)
    return response


def _show(hers: Hers, *, is_wrong: bool = False) -> Response:
    values = {"phrases": read_data_words(hers.words.language), "is_wrong": is_wrong}
    return hers.show("data.html", values, 400 if is_wrong else 200)
