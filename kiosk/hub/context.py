"""What every route may reach: settings, database, clock and chance, made once and handed in."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from threading import Lock
from typing import TYPE_CHECKING, Annotated, cast

from fastapi import Depends, Request

from kiosk.hub.database import Database
from kiosk.hub.fiscal.signer import Signer
from kiosk.hub.live.streams import Streams
from kiosk.hub.mail.outbox import LetterBox
from kiosk.hub.payment.provider import Provider
from kiosk.hub.rate_limiter import (
    ADDRESSES,
    BASKETS,
    BROWSERS,
    CODES,
    DEEDS,
    GREETINGS,
    INBOXES,
    LOOKS,
    NEWCOMERS,
    PHONES,
    SCREENS,
    SIGN_INS,
    RateLimiter,
)
from kiosk.hub.settings import HubSettings
from kiosk.hub.themes.shelf import ThemeShelf
from kiosk.hub.turns import Turns

if TYPE_CHECKING:  # paho is loaded where there is a broker
    from kiosk.hub.mqtt.line import Line
    from kiosk.hub.oidc.client import OidcClient

_TOKEN_BYTES = 32


def read_clock() -> datetime:
    """Now, in UTC."""
    return datetime.now(UTC)


def mint_token() -> str:
    """A text that nobody can guess: 32 random bytes, safe in an address."""
    return secrets.token_urlsafe(_TOKEN_BYTES)


@dataclass(frozen=True, slots=True)
class Hub:
    """The running hub; `now` and `mint` are its only clock and its only source of chance.

    `looks` counts the pages that are asked for, `phones` what they send, `screens` who asks to be enrolled, and `codes`
    the new codes among those; `themes` are those that its screens have.
    `line` is how screens are told something at once; `None` where there is no broker. Who tells them what the database
    says holds `telling` from the reading to the saying, or an older word could come after a newer one.
    `streams` are the pages that stand open to hear what is said.
    `sign_ins` counts failed tries to sign in to the console as somebody from somewhere, and `addresses` all tries;
    `deeds` counts the forms that somebody sends who is signed in, and `greetings` the codes of customers among those.
    `post` sends mails, and `oidc` is who vouches for members; `None`: there is none. `inboxes` counts the mails to one
    address that nobody proved to be hers yet.
    `browsers` counts what comes with a write key that lies open in a page, by source and address, and `newcomers` the
    members whom such a source made the hub know. Of the `tellers`, sources that tell much, one at a time comes to
    write: a tap waits for a part of what one of them tells. `baskets` counts what a member changes in hers.
    `tokens` are the digests of those by which a screen was let in since the start.
    `provider` takes her money for that; without one she pays at a till. `signer` signs what was sold, where law asks.
    """

    settings: HubSettings
    database: Database
    now: Callable[[], datetime] = read_clock
    mint: Callable[[], str] = mint_token
    line: "Line | None" = None
    telling: Lock = field(default_factory=Lock)
    themes: ThemeShelf = field(default_factory=ThemeShelf)
    streams: Streams = field(default_factory=Streams)
    phones: RateLimiter = field(default_factory=lambda: RateLimiter(PHONES))
    looks: RateLimiter = field(default_factory=lambda: RateLimiter(LOOKS))
    screens: RateLimiter = field(default_factory=lambda: RateLimiter(SCREENS))
    codes: RateLimiter = field(default_factory=lambda: RateLimiter(CODES))
    sign_ins: RateLimiter = field(default_factory=lambda: RateLimiter(SIGN_INS))
    addresses: RateLimiter = field(default_factory=lambda: RateLimiter(ADDRESSES))
    deeds: RateLimiter = field(default_factory=lambda: RateLimiter(DEEDS))
    greetings: RateLimiter = field(default_factory=lambda: RateLimiter(GREETINGS))
    post: LetterBox | None = None
    oidc: "OidcClient | None" = None
    inboxes: RateLimiter = field(default_factory=lambda: RateLimiter(INBOXES))
    browsers: RateLimiter = field(default_factory=lambda: RateLimiter(BROWSERS))
    newcomers: RateLimiter = field(default_factory=lambda: RateLimiter(NEWCOMERS))
    tellers: Turns = field(default_factory=Turns)
    baskets: RateLimiter = field(default_factory=lambda: RateLimiter(BASKETS))
    tokens: set[str] = field(default_factory=set[str])
    provider: Provider | None = None
    signer: Signer | None = None

    @property
    def has_accounts(self) -> bool:
        """Whether members can sign in: by a mail, or by who vouches for them."""
        return self.post is not None or self.oidc is not None


def get_hub(request: Request) -> Hub:
    """The hub that answers this request."""
    return cast("Hub", request.app.state.hub)


async def find_hub(request: Request) -> Hub:
    """As `get_hub`, for routes: what is no coroutine would be run in a thread, with a hop there and back."""
    return get_hub(request)


HubDep = Annotated[Hub, Depends(find_hub)]
