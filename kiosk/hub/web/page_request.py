"""One request for a page: who came, from which browser, in which language; and whether a form is hers."""

import hmac
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated
from urllib.parse import urlsplit

from fastapi import Depends, Request
from starlette.responses import Response

from kiosk.hub.context import Hub, HubDep
from kiosk.hub.models.store.form_key import get_form_key
from kiosk.hub.problem import Problem
from kiosk.hub.text.words import Words
from kiosk.hub.web.address import read_address
from kiosk.hub.web.browser import COOKIE, Browser, read_browser
from kiosk.hub.web.page import choose_page_words, link_language, render_page

_HALF_A_YEAR_S = 180 * 24 * 3600
_FOREIGN = ("cross-site", "same-site")
_PURPOSES = ("sec-purpose", "purpose", "x-moz")


@dataclass(frozen=True, slots=True)
class PageRequest:
    """A request for a page."""

    hub: Hub
    request: Request
    browser: Browser
    form_key: bytes

    @property
    def is_proven(self) -> bool:
        """Whether a browser with our cookie asks because somebody wants to see the page.

        Link previews come without a cookie, and a browser that fetches ahead says so (Fetch standard, Sec-Purpose).
        """
        return not self.browser.is_new and not self.is_ahead

    @property
    def is_ahead(self) -> bool:
        """Whether a browser asks ahead, before anybody wants to see the page."""
        return any("prefetch" in self.request.headers.get(name, "") for name in _PURPOSES)

    @property
    def is_navigation(self) -> bool:
        """Whether somebody follows a link to see the page by itself: a picture or a frame of another page says so.

        Browsers from before Fetch metadata say nothing (W3C Fetch Metadata Request Headers).
        """
        headers = self.request.headers
        wanted = (headers.get("sec-fetch-mode", "navigate"), headers.get("sec-fetch-dest", "document"))
        return wanted == ("navigate", "document") and not self.is_ahead

    @property
    def is_seen(self) -> bool:
        """Whether somebody looks at what is answered: a page in a pocket that renews itself says that nobody does.

        Another site may open it where nobody looks. Who follows a link from there sees it once it renews itself.
        """
        site = self.request.headers.get("sec-fetch-site", "none")
        is_own = site == "same-origin" and not self.is_ahead
        is_wanted = site == "none" and self.is_navigation
        return (is_own or is_wanted) and "vitrine-unseen" not in self.request.headers

    def choose_words(self, *wishes: str | None) -> Words:
        """The phrases in the language that the visitor asks for, else the first wish."""
        return choose_page_words(self.request, *wishes)

    def show(self, template: str, words: Words, values: Mapping[str, object], status: int = 200) -> Response:
        """The page, with the cookie that knows this browser again."""
        shared = {"language_link": link_language(self.request, words), "legal": self.hub.settings.legal}
        response = render_page(template, words, {**values, **shared}, status)
        self.remember(response)
        return response

    def remember(self, response: Response) -> None:
        """Let the response carry the cookie that knows this browser again.

        It is `lax`, so that it comes along when a code or a message leads here.
        """
        response.set_cookie(
            COOKIE,
            self.browser.secret,
            max_age=_HALF_A_YEAR_S,
            httponly=True,
            samesite="lax",
            secure=self.hub.settings.public_url.startswith("https:"),
        )

    def make_form_token(self, purpose: str) -> str:
        """What a form carries to show that the hub gave it to this browser for this purpose."""
        return hmac.digest(self.form_key, f"{self.browser.hash}:{purpose}".encode(), "sha256").hex()

    def check_form(self, purpose: str, token: str) -> None:
        """Raise a 403 `Problem` unless this browser was given the form, and a 429 if its address sends too many."""
        self.prove_form(purpose, token)
        self.hub.phones.enter(read_address(self.request), self.hub.now())

    def prove_form(self, purpose: str, token: str) -> None:
        """Raise a 403 `Problem` unless this browser was given the form.

        Browsers send `Origin: null` from pages with `no-referrer`: then the token decides. It needs the hub's own key:
        whoever makes up a cookie cannot make up the token to it.
        """
        headers = self.request.headers
        origin = headers.get("origin", "null")
        is_foreign = origin != "null" and _read_host(origin) != headers.get("host")
        is_foreign = is_foreign or headers.get("sec-fetch-site") in _FOREIGN
        expected = self.make_form_token(purpose).encode()
        if is_foreign or self.browser.is_new or not hmac.compare_digest(expected, token.encode("utf-8", "replace")):
            raise Problem(403, "form_refused", "The form was not given to this browser.")


def _read_host(origin: str) -> str | None:
    """The host and port of an origin; `None` where it is no address."""
    try:
        return urlsplit(origin).netloc
    except ValueError:
        return None


def begin_page_request(hub: HubDep, request: Request) -> PageRequest:
    """The request as a page is asked for by it.

    Raises a 429 `Problem` where its address asks for more than a full shop does.
    """
    hub.looks.enter(read_address(request), hub.now())
    with hub.database.ask() as session:
        form_key = get_form_key(session)
    return PageRequest(hub, request, read_browser(request, hub), form_key)


PageRequestDep = Annotated[PageRequest, Depends(begin_page_request)]
