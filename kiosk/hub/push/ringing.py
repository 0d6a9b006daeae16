"""Rings one phone, once."""

from datetime import timedelta

import requests
from py_vapid import Vapid02
from pywebpush import (
    WebPushException,
    webpush,  # pyright: ignore[reportUnknownVariableType] # it is typed but in part
)

from kiosk.hub.push.push_service import PushService
from kiosk.hub.push.subscription import Subscription

PATIENCE_S = 10.0
LIFE = timedelta(days=1)
"""So long a push service keeps what it cannot bring to a phone that is switched off."""
_GONE = frozenset({404, 410})
_LATER = frozenset({408, 425, 429})
_FAULTS = 500
_LONGEST_PAUSE = timedelta(days=1)


class NotRung(Exception):
    """The phone was not rung. `is_gone`: nobody is there any more (RFC 8030, section 7.3).

    `is_final`: it never will be by this. `after`: the service wants to be left alone so long. The text names nobody.
    """

    def __init__(
        self, why: str, *, is_gone: bool = False, is_final: bool = False, after: timedelta | None = None
    ) -> None:
        super().__init__(why)
        self.is_gone = is_gone
        self.is_final = is_final
        self.after = after


def ring(service: PushService, subscription: Subscription, payload: str, topic: str) -> None:
    """Ring it; returns once the push service took it. Raises `NotRung`.

    `topic` is at most 32 letters of Base64 for addresses: of two with the same, the service keeps the later
    (RFC 8030, section 5.4), so that to repeat one doubles nothing.
    """
    keys = {"p256dh": subscription.p256dh, "auth": subscription.auth}
    with requests.Session() as session:
        session.max_redirects = 0  # only known services are asked, wherever they may point
        try:
            webpush(
                {"endpoint": subscription.endpoint, "keys": keys},
                payload,
                vapid_private_key=Vapid02(service.key),
                vapid_claims={"sub": service.contact},
                ttl=int(LIFE.total_seconds()),
                timeout=PATIENCE_S,
                headers={"topic": topic, "urgency": "normal"},
                requests_session=session,
            )
        except WebPushException as error:
            raise _tell_answer(error) from None
        except requests.RequestException as error:
            raise _tell_absence(error) from None


def _tell_answer(error: WebPushException) -> NotRung:
    status = error.status_code or 0
    is_later = status in _LATER or status >= _FAULTS
    after = _read_pause(error.retry_after or "") if is_later else None
    return NotRung(f"the push service answered {status}", is_gone=status in _GONE, is_final=not is_later, after=after)


def _tell_absence(error: requests.RequestException) -> NotRung:
    return NotRung(f"no push service took it ({type(error).__name__})")


def _read_pause(text: str) -> timedelta | None:
    """Retry-After as so many seconds; a date is left alone, and a day is enough."""
    is_number = text.isdecimal() and text.isascii() and len(text) <= len("86400")
    return min(timedelta(seconds=int(text)), _LONGEST_PAUSE) if is_number else None
