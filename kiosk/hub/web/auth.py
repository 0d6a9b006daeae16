"""Who asks: a screen, a till or a source, known by the token that it holds."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Request
from fastapi.security import HTTPAuthorizationCredentials, HTTPBasic, HTTPBasicCredentials, HTTPBearer

from kiosk.hub.context import HubDep
from kiosk.hub.domain.digest import digest
from kiosk.hub.domain.screen_report import hear_caller
from kiosk.hub.models.screen import find_screen_by_token
from kiosk.hub.models.screen_state import is_heard
from kiosk.hub.models.source import Source, find_source_by_key
from kiosk.hub.models.till import Till, find_till_by_token
from kiosk.hub.problem import Problem
from kiosk.hub.web.request_log import note_screen

_BEARER = HTTPBearer(auto_error=False, description="A screen's token, as enrolling gave it, or a till's.")
_UNKNOWN = {"WWW-Authenticate": "Bearer"}
BearerDep = Annotated[HTTPAuthorizationCredentials | None, Depends(_BEARER)]


@dataclass(frozen=True, slots=True)
class Caller:
    """The screen that asks."""

    store: str
    screen: str


def find_caller(request: Request, hub: HubDep, bearer: BearerDep) -> Caller:
    """The screen that holds the request's token; raises a 401 `Problem` if none does."""
    if bearer is not None:
        with hub.database.read() as session:
            screen = find_screen_by_token(session, digest(bearer.credentials))
            is_news = screen is not None and not is_heard(session, screen.store_id, screen.id, hub.now())
        if screen is not None:
            note_screen(request, screen.id)
            if is_news:
                hear_caller(hub, screen.store_id, screen.id)
            return Caller(screen.store_id, screen.id)
    detail = "The token is missing, unknown or revoked; enrol the screen again."
    raise Problem(401, "token_unknown", detail, _UNKNOWN)


CallerDep = Annotated[Caller, Depends(find_caller)]


def find_till(hub: HubDep, bearer: BearerDep) -> Till:
    """The till that holds the request's token; raises a 401 `Problem` if none does."""
    if bearer is not None:
        with hub.database.read() as session:
            till = find_till_by_token(session, digest(bearer.credentials))
        if till is not None:
            return till
    raise Problem(401, "token_unknown", "The token is missing or no till's; `kiosk hub till` makes one.", _UNKNOWN)


TillDep = Annotated[Till, Depends(find_till)]


_BASIC = HTTPBasic(auto_error=False, description="A source's write key as the name, and no password.")
_UNKNOWN_KEY = {"WWW-Authenticate": 'Basic realm="write key"'}


def find_source(hub: HubDep, basic: Annotated[HTTPBasicCredentials | None, Depends(_BASIC)]) -> Source:
    """The source that holds the request's write key; raises a 401 `Problem` if none does."""
    if basic is not None:
        with hub.database.read() as session:
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
