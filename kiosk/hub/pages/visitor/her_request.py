"""A request of somebody who is known to be a member, however she is known: what all pages that are hers go by."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy.orm import Session
from starlette.responses import RedirectResponse, Response

from kiosk.hub.context import Hub
from kiosk.hub.models.members.member import Member
from kiosk.hub.models.store.store import Store
from kiosk.hub.problem import Problem
from kiosk.hub.text.words import Words
from kiosk.hub.web.page_request import PageRequest


@dataclass(frozen=True, slots=True)
class HerRequest:
    """Who she is; what it holds was read when the request came.

    `language` is the one that her pages are in unless she chooses another. Her forms hold for `purpose` alone, and lead
    back to `home` unless they say where else.
    """

    page: PageRequest
    store: Store
    member_key: str
    language: str
    purpose: str
    home: str

    @property
    def hub(self) -> Hub:
        """The hub that answers."""
        return self.page.hub

    @property
    def words(self) -> Words:
        """The phrases that all pages share, in her language."""
        return self.page.choose_words(self.language)

    @property
    def shared(self) -> Mapping[str, object]:
        """What each of her pages of this kind needs besides its own."""
        return {}

    def get_member(self, session: Session) -> Member:
        """Herself, as the database has her now. Raises a 404 `Problem` where she was erased meanwhile."""
        member = session.get(Member, self.member_key)
        if member is None:
            raise Problem(404, "not_found", "There is no such member any more.")
        return member

    def check_form(self, token: str) -> None:
        """As `PageRequest.check_form`, for her forms."""
        self.page.check_form(self.purpose, token)

    def show(self, template: str, values: Mapping[str, object], status: int = 200) -> Response:
        """The page, with what its forms need."""
        form_token = self.page.make_form_token(self.purpose)
        shown = {"store": self.store.name, "form_token": form_token, **self.shared, **values}
        return self.page.show(template, self.words, shown, status)

    def lead(self, part: str = "", path: str = "") -> Response:
        """To this page of hers, or to a part of it, once a form is done."""
        return RedirectResponse(f"{path or self.home}?lang={self.words.language}#{part}".rstrip("#"), 303)
