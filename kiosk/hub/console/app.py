"""The console as a part of the hub: its routes, and what it says to who is not signed in."""

from fastapi import FastAPI
from starlette.responses import RedirectResponse

from kiosk.hub.console import (
    calls,
    conversation,
    groups,
    inbox,
    loop,
    loop_item,
    loop_upload,
    members,
    offer,
    offers,
    pictures,
    screen,
    screens,
    sign_in,
    store_notice,
    theme,
    themes,
)
from kiosk.hub.console.desk import SignInNeeded
from kiosk.hub.console.sign_in_prompt import answer_sign_in_needed

ROOMS = (
    *(sign_in, screens, screen, calls, inbox, conversation, groups, themes, theme, loop, loop_upload, loop_item),
    *(offers, offer, pictures, members, store_notice),
)


def add_console(app: FastAPI) -> None:
    """Put the console into the hub's application."""
    for room in ROOMS:
        app.include_router(room.router)
    app.get("/", include_in_schema=False)(_lead_in)
    app.add_exception_handler(SignInNeeded, answer_sign_in_needed)


def _lead_in() -> RedirectResponse:
    """Shoppers come by their codes: who types the bare address is one of the staff."""
    return RedirectResponse("/console", 303)
