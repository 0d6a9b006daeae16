"""The hub as one application: every route, page and rule put together, and nothing started."""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from pathlib import Path

from fastapi import FastAPI, Request
from starlette.staticfiles import StaticFiles

from kiosk.hub.console.app import add_console
from kiosk.hub.console.desk import is_manager
from kiosk.hub.console.problem_page import is_console, render_console_problem
from kiosk.hub.context import Hub
from kiosk.hub.pages.account import account, beacon, card, card_number, home_screen, messages, ringing
from kiosk.hub.pages.basket import basket, mandate, paying, seen, take, training
from kiosk.hub.pages.basket import receipt as paid_receipt
from kiosk.hub.pages.benefits import benefits
from kiosk.hub.pages.conversation import push, stream, thread
from kiosk.hub.pages.counter import counter, counter_record, counter_wishes
from kiosk.hub.pages.joining import campaign, issuer, keeping, mail_link, sign_in
from kiosk.hub.pages.kept import claim, offer, release, till_code, wallet
from kiosk.hub.pages.knowledge import data, member, timeline
from kiosk.hub.pages.pickup import pickups
from kiosk.hub.pages.problem_page import render_problem
from kiosk.hub.pages.visit import visit
from kiosk.hub.routes import (
    action,
    bookmark,
    card_confirmation,
    catalogue,
    chatwoot,
    check_in,
    enrolment,
    event,
    goods_return,
    happening,
    hold,
    payment,
    pickup,
    picture,
    receipt,
    redemption,
    refund,
    scan,
    shopper,
    stripe,
    theme,
    track,
    wallet_device,
    wallet_pass,
)
from kiosk.hub.web.body_limit import BodyLimit
from kiosk.hub.web.careful_answers import CarefulAnswers
from kiosk.hub.web.description import describe_api
from kiosk.hub.web.host_cookies import HostCookies
from kiosk.hub.web.nul_guard import NulGuard
from kiosk.hub.web.problems import ProblemAnswers, ProblemPage
from kiosk.hub.web.request_log import RequestLog
from kiosk.version import VERSION

_API_ROOT = "/v1/"
_STATIC = Path(__file__).parent / "static"
_API = (
    *(
        catalogue,
        shopper,
        bookmark,
        check_in,
        scan,
        pickup,
        hold,
        redemption,
        payment,
        goods_return,
        refund,
        happening,
        action,
    ),
    *(card_confirmation, event, enrolment, picture, theme),
    *(wallet_device, wallet_pass, receipt, track, chatwoot, stripe),
)
_PAGES = (
    *(push, claim, thread, stream, till_code, release, wallet),
    *(benefits, member, timeline, offer),
    *(messages, ringing, home_screen),
    *(account, beacon, card, card_number, data, campaign, issuer, keeping, mail_link, sign_in),
    *(basket, seen, take, paying, paid_receipt, training, mandate),
    *(counter, counter_record, counter_wishes, visit, pickups),
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
        generate_unique_id_function=lambda route: route.name,
        redirect_slashes=False,  # such a redirect would lead wherever the asker's Host header says
    )
    app.state.hub = hub
    problems = ProblemAnswers(_find_problem_page)
    app.add_middleware(BodyLimit, is_known=is_manager, answer=problems.answer)
    app.add_middleware(NulGuard, answer=problems.answer)
    app.add_middleware(HostCookies)
    app.add_middleware(CarefulAnswers)
    app.add_middleware(RequestLog)
    problems.add_to(app)
    for room in (*_API, *_PAGES):
        app.include_router(room.router)
    add_console(app)
    app.mount("/static", StaticFiles(directory=_STATIC))
    app.openapi_schema = describe_api(app)
    return app


def _find_problem_page(request: Request) -> ProblemPage | None:
    """Who works at the console is told there, a shopper by a page of hers, a machine without either."""
    if request.url.path.startswith(_API_ROOT):
        return None
    return render_console_problem if is_console(request) else render_problem
