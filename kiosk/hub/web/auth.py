"""Who asks: a screen, a till or a source, known by the token that it holds."""

from collections.abc import Callable, Coroutine
from datetime import datetime
from typing import Annotated, Any

from fastapi import Depends, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.routing import APIRoute
from fastapi.security import HTTPAuthorizationCredentials, HTTPBasic, HTTPBasicCredentials, HTTPBearer
from sqlalchemy.orm import Session
from starlette.concurrency import run_in_threadpool
from typing_extensions import override

from kiosk.hub.context import Hub, HubDep, get_hub
from kiosk.hub.domain.digest import digest
from kiosk.hub.domain.screens.screen_report import hear_caller
from kiosk.hub.models.prepared import Sent
from kiosk.hub.models.screens.screen_state import Caller, hear_screen, is_heard, seek_caller_by_token
from kiosk.hub.models.store.source import Source, find_source_by_key
from kiosk.hub.models.store.till import Till, find_till_by_token
from kiosk.hub.problem import Problem
from kiosk.hub.web.request_log import note_screen

_SCREEN = HTTPBearer(scheme_name="ScreenToken", auto_error=False, description="As enrolling gave it to the screen.")
_TILL = HTTPBearer(scheme_name="TillToken", auto_error=False, description="As `kiosk hub till` gave it.")
_UNKNOWN = {"WWW-Authenticate": "Bearer"}
ScreenTokenDep = Annotated[HTTPAuthorizationCredentials | None, Depends(_SCREEN)]
TillTokenDep = Annotated[HTTPAuthorizationCredentials | None, Depends(_TILL)]


def find_caller(request: Request, hub: HubDep, bearer: ScreenTokenDep) -> Caller:
    """The screen that holds the request's token; raises a 401 `Problem` if none does."""
    caller = _ask_caller(request, hub, bearer)
    if not is_heard(caller, hub.now()):
        hear_caller(hub, caller.store, caller.screen)
    return caller


CallerDep = Annotated[Caller, Depends(find_caller)]


def seek_caller(session: Session, bearer: ScreenTokenDep) -> Sent[Caller]:
    """Ask for the screen that holds this token; nobody holds an empty one."""
    return seek_caller_by_token(session, digest(bearer.credentials if bearer else ""))


def admit_caller(request: Request, session: Session, sought: Sent[Caller], now: datetime) -> Caller:
    """As `find_caller`, of who is sought by a writer's session, which notes that the screen asks."""
    caller = _read_caller(request, sought)
    if not is_heard(caller, now):
        hear_screen(session, caller.store, caller.screen, now)
    return caller


def _ask_caller(request: Request, hub: Hub, bearer: HTTPAuthorizationCredentials | None) -> Caller:
    with hub.database.ask() as session:
        return _read_caller(request, seek_caller(session, bearer))


def _read_caller(request: Request, sought: Sent[Caller]) -> Caller:
    for caller in sought.read():
        note_screen(request, caller.screen)
        return caller
    detail = "The token is missing, unknown or revoked; enrol the screen again."
    raise Problem(401, "token_unknown", detail, _UNKNOWN)


async def turn_strangers_away(request: Request, hub: Hub, bearer: HTTPAuthorizationCredentials | None) -> None:
    """Raise a 401 `Problem` for a token that lets nobody in, before it takes or waits for the writers' turn.

    One that let a screen in before is left to `admit_caller`, also where it was revoked since.
    """
    token = digest(bearer.credentials) if bearer else ""
    if token not in hub.tokens:
        await run_in_threadpool(_ask_caller, request, hub, bearer)
        hub.tokens.add(token)


class CallerFirst(APIRoute):
    """A route whose function finds its caller by the session that it writes with, once what was sent is read.

    A stranger hears of nothing else before: not even that what she sent is malformed.
    """

    @override
    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """Have the caller be found where FastAPI refuses the request and the function never runs."""
        handle = super().get_route_handler()

        async def find_caller_first(request: Request) -> Response:
            try:
                return await handle(request)
            except RequestValidationError:
                await run_in_threadpool(find_caller, request, get_hub(request), await _SCREEN(request))
                raise

        return find_caller_first


def find_till(hub: HubDep, bearer: TillTokenDep) -> Till:
    """The till that holds the request's token; raises a 401 `Problem` if none does."""
    if bearer is not None:
        with hub.database.ask() as session:
            till = find_till_by_token(session, digest(bearer.credentials))
        if till is not None:
            return till
    raise Problem(401, "token_unknown", "The token is missing or no till's; `kiosk hub till` makes one.", _UNKNOWN)


TillDep = Annotated[Till, Depends(find_till)]


_BASIC = HTTPBasic(
    scheme_name="WriteKey", auto_error=False, description="A source's write key as the name, and no password."
)
_UNKNOWN_KEY = {"WWW-Authenticate": 'Basic realm="write key"'}


def find_source(hub: HubDep, basic: Annotated[HTTPBasicCredentials | None, Depends(_BASIC)]) -> Source:
    """The source that holds the request's write key; raises a 401 `Problem` if none does."""
    if basic is not None:
        with hub.database.ask() as session:
            source = find_source_by_key(session, digest(basic.username))
        if source is not None:
            return source
    detail = "The write key is missing, unknown or revoked; `kiosk hub source add` makes one."
    raise Problem(401, "key_unknown", detail, _UNKNOWN_KEY)


SourceDep = Annotated[Source, Depends(find_source)]


def require_own(caller: Caller, store: str, screen: str | None = None) -> None:
    """Raise a 403 `Problem` unless the caller speaks for this store and, if one is named, this screen."""
    if caller.store != store or screen not in (None, caller.screen):
        raise Problem(403, "not_yours", "This token belongs to another screen.")
