"""The console as a part of the hub: its routes, and what it says to who is not signed in."""

from fastapi import FastAPI
from starlette.responses import RedirectResponse

from kiosk.hub.console import drawing
from kiosk.hub.console.articles import article, articles
from kiosk.hub.console.campaigns import campaign, campaigns
from kiosk.hub.console.deeds import deeds
from kiosk.hub.console.desk import SignInNeeded
from kiosk.hub.console.loop import loop, loop_item, loop_upload
from kiosk.hub.console.members import calls, conversation, inbox, mails, members
from kiosk.hub.console.notices import store_notice
from kiosk.hub.console.offers import exclusion, offer, offers, pictures
from kiosk.hub.console.reports import journeys, reports
from kiosk.hub.console.screens import door, groups, labels, screen, screens
from kiosk.hub.console.sign_in import password, sign_in
from kiosk.hub.console.sign_in.sign_in_prompt import answer_sign_in_needed
from kiosk.hub.console.tablet import (
    ages,
    answer,
    coupon,
    customer,
    exit_gate,
    greeting,
    picking,
    pickups,
    refused_refund,
    reservations,
    reserving,
    sale,
    sale_return,
    sales,
    tablet,
)
from kiosk.hub.console.themes import theme, themes

ROOMS = (
    *(
        sign_in,
        password,
        screens,
        screen,
        calls,
        inbox,
        conversation,
        mails,
        groups,
        labels,
        door,
        themes,
        theme,
        loop,
        loop_upload,
        loop_item,
    ),
    *(articles, article),
    *(offers, offer, pictures, exclusion, members, store_notice, drawing, deeds, reports),
    *(journeys, campaigns, campaign),
    *(
        tablet,
        greeting,
        ages,
        exit_gate,
        sales,
        sale,
        sale_return,
        refused_refund,
        pickups,
        picking,
        reservations,
        customer,
        answer,
        reserving,
        coupon,
    ),
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
