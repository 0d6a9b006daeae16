"""A request of somebody who is known to be the member herself: signed in, or on a phone that the store knows."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends
from typing_extensions import override

from kiosk.hub.models.store.store import get_store
from kiosk.hub.pages.visitor.her_request import HerRequest
from kiosk.hub.pages.visitor.own_claim import OwnClaim, read_own_claim, write_own_claim
from kiosk.hub.pages.visitor.signed_in import ACCOUNT, require_signed_in
from kiosk.hub.problem import Problem
from kiosk.hub.web.page_request import PageRequest, PageRequestDep


@dataclass(frozen=True, slots=True)
class Hers(HerRequest):
    """A request of herself: her pages begin at her account, or at something that she kept."""

    @property
    def root(self) -> str:
        """The page that says what is known of her, and what she allows."""
        return ACCOUNT if self.home == ACCOUNT else f"{self.home}/me"

    @property
    @override
    def shared(self) -> Mapping[str, object]:
        return {"home": self.home, "root": self.root}


def find_hers(page: PageRequestDep) -> Hers:
    """Who she is. Raises a `Problem` that leads to where she signs in, or that says that the counter is needed."""
    token = page.request.path_params.get("token")
    return _find_by_claim(page, token) if token else _find_by_account(page)


HersDep = Annotated[Hers, Depends(find_hers)]


def _find_by_account(page: PageRequest) -> Hers:
    signed_in = require_signed_in(page)
    return Hers(
        page, signed_in.store, signed_in.member_key, signed_in.language, f"hers:{signed_in.member_key}", ACCOUNT
    )


def _find_by_claim(page: PageRequest, token: str) -> Hers:
    home = f"/c/{token}"
    if not page.is_proven:
        raise Problem(303, "claim_first", "Whoever only looks ahead is led back.", {"Location": home})
    with read_own_claim(page, token) as (session, own):
        _require_hers(own)
        bookmark = own.bookmark
        store = get_store(session, bookmark.store_id)
    if not own.is_opened:
        with write_own_claim(page, token, opens=True) as (_, own):
            _require_hers(own)
    return Hers(page, store, bookmark.member_key, bookmark.language, f"hers:{bookmark.member_key}", home)


def _require_hers(own: OwnClaim) -> None:
    if not own.is_hers:
        raise Problem(403, "counter_needed", "The browser is not known to be the member's own.")
