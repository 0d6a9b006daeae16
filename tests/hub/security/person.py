"""Somebody who asks the hub for something, with all that she may have at hand, and a form that is hers to send."""

import hmac
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import requests

from kiosk.hub.domain.digest import digest
from kiosk.hub.models.store.form_key import get_form_key
from tests.hub.running import DEADLINE_S, RunningHub

_PURPOSES = (
    ("/console", "console:{desk}"),
    ("/account/(data|benefits)", "hers:{key}"),
    ("/c/[^/]+/(me/data|benefits)", "hers:{key}"),
    ("/counter", "counter:{key}"),
    ("/basket", "basket:{key}"),
    ("/visit", "visit:{key}"),
    ("/account", "account:{member}"),
    ("/c/([^/]+)/me", "{0}/me"),
    ("/sign-in/([^/]+)", "sign-in:{0}"),
    ("/(?:c|offers|join/link)/([^/]+)", "{0}"),
)
"""What a form at an address is for, as the pages have it: the first that fits."""


@dataclass(frozen=True)
class Person:
    """What she holds: the secret of her `browser`, her sign-in as a `member` or at the `desk`, other `headers`.

    `key` is her pseudonym, which she does not know.
    """

    browser: str = ""
    member: str = ""
    desk: str = ""
    key: str = ""
    headers: Mapping[str, str] = field(default_factory=dict[str, str])

    def ask(self, running: RunningHub, method: str, path: str, **content: Any) -> requests.Response:  # noqa: ANN401 # as requests takes it
        """Her answer to this request, without a redirect being followed; `content` as `requests.request` takes it."""
        cookies = {"vitrine_browser": self.browser, "vitrine_member": self.member, "vitrine_console": self.desk}
        cookie = "; ".join(f"{name}={value}" for name, value in cookies.items() if value)
        headers = {**({"Cookie": cookie} if cookie else {}), **self.headers, **content.pop("headers", {})}
        address = running.url + path
        return requests.request(
            method, address, headers=headers, allow_redirects=False, timeout=DEADLINE_S, stream=True, **content
        )

    def make_form_token(self, running: RunningHub, path: str) -> str:
        """What the hub would put into a form for her at this path, as a page of her own would have shown it."""
        with running.hub.database.read() as session:
            key = get_form_key(session)
        return hmac.digest(key, f"{digest(self.browser)}:{self._name_purpose(path)}".encode(), "sha256").hex()

    def _name_purpose(self, path: str) -> str:
        own = {"desk": digest(self.desk), "member": digest(self.member), "key": self.key}
        found = ((re.match(pattern, path), purpose) for pattern, purpose in _PURPOSES)
        return next((purpose.format(*match.groups(), **own) for match, purpose in found if match), "")
