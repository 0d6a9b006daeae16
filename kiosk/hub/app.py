"""The hub as one application: every route, page and rule put together, and nothing started."""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from fastapi import FastAPI, Request
from starlette.staticfiles import StaticFiles

from kiosk.hub.console.app import add_console
from kiosk.hub.console.desk import is_manager
from kiosk.hub.console.notice import is_console, render_console_notice
from kiosk.hub.context import Hub
from kiosk.hub.pages import (
    account,
    account_benefits,
    beacon,
    card,
    issuer,
    keeping,
    mail_link,
    push,
    release,
    sign_in,
    stream,
    thread,
    till_code,
    timeline,
)
from kiosk.hub.pages import benefits as benefits_page
from kiosk.hub.pages import claim as claim_page
from kiosk.hub.pages import member as member_page
from kiosk.hub.pages import offer as offer_page
from kiosk.hub.pages import wallet as wallet_page
from kiosk.hub.pages.notice import render_notice
from kiosk.hub.routes import (
    action,
    bookmark,
    catalogue,
    enrolment,
    event,
    happening,
    hold,
    picture,
    receipt,
    redemption,
    shopper,
    theme,
    track,
    wallet_device,
    wallet_pass,
)
from kiosk.hub.web.answers import list_schemas
from kiosk.hub.web.body_limit import BodyLimit
from kiosk.hub.web.nul_guard import NulGuard
from kiosk.hub.web.problems import Notice, ProblemAnswers
from kiosk.hub.web.request_log import RequestLog
from kiosk.version import VERSION

_API_ROOT = "/v1/"
_STATIC = Path(__file__).parent / "static"
_API = (
    *(catalogue, shopper, bookmark, hold, redemption, happening, action, event, enrolment, picture, theme),
    *(wallet_device, wallet_pass, receipt, track),
)
_PAGES = (
    *(push, claim_page, thread, stream, till_code, release, wallet_page),
    *(benefits_page, member_page, timeline, offer_page),
    *(account, account_benefits, beacon, card, issuer, keeping, mail_link, sign_in),
)


def create_app(hub: Hub) -> FastAPI:
    """The application that serves this hub; it closes the hub's database when it ends."""

    @asynccontextmanager
    async def close_at_end(_app: FastAPI) -> AsyncGenerator[None]:
        yield
        hub.database.close()

    app = FastAPI(
        title="Vitrine hub",
        version=VERSION,
        lifespan=close_at_end,
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,  # such a redirect would lead wherever the asker's Host header says
    )
    app.state.hub = hub
    problems = ProblemAnswers(_find_notice)
    app.add_middleware(BodyLimit, is_known=is_manager, answer=problems.answer)
    app.add_middleware(NulGuard, answer=problems.answer)
    app.add_middleware(RequestLog)
    problems.add_to(app)
    for room in (*_API, *_PAGES):
        app.include_router(room.router)
    add_console(app)
    app.mount("/static", StaticFiles(directory=_STATIC))
    app.openapi_schema = _describe(app)
    return app


def _find_notice(request: Request) -> Notice | None:
    """Who works at the console is told there, a shopper by a page of hers, a machine without either."""
    if request.url.path.startswith(_API_ROOT):
        return None
    return render_console_notice if is_console(request) else render_notice


def _describe(app: FastAPI) -> dict[str, Any]:
    """The app's OpenAPI 3.1 description, with the answers' schemas that FastAPI does not know."""
    description = app.openapi()
    description.setdefault("components", {}).setdefault("schemas", {}).update(list_schemas())
    return description
