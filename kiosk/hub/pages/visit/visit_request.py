"""A member at the page of her visit, from a phone by which the store knows her."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends
from typing_extensions import override

from kiosk.hub.pages.visitor.her_request import HerRequest
from kiosk.hub.pages.visitor.onward import TO_VISIT, lead_in
from kiosk.hub.pages.visitor.own_phone import find_own_phone
from kiosk.hub.problem import Problem
from kiosk.hub.text.visit_words import VisitWords, choose_visit_words
from kiosk.hub.web.page_request import PageRequestDep

VISIT = "/visit/{store_id}"
"""Where her visit to a store is; a code at the door leads there, too."""


@dataclass(frozen=True, slots=True)
class VisitRequest(HerRequest):
    """Who she is."""

    @property
    def phrases(self) -> VisitWords:
        """The phrases of her visit."""
        return choose_visit_words(self.words.language)

    @property
    @override
    def shared(self) -> Mapping[str, object]:
        return {"phrases": self.phrases, "address": self.home, "store_id": self.store.id}


def require_visit_request(page: PageRequestDep, store_id: str) -> VisitRequest:
    """Whose visit it is. Raises as `find_own_phone` does."""
    store, key = find_own_phone(page, store_id)
    return VisitRequest(page, store, key, store.language, f"visit:{key}", VISIT.format(store_id=store_id))


def require_comer(page: PageRequestDep, store_id: str) -> VisitRequest:
    """As `require_visit_request`, of who comes to see the page: a stranger is led to where she joins, and back here."""
    try:
        return require_visit_request(page, store_id)
    except Problem as problem:
        raise lead_in(page, store_id, TO_VISIT, problem) from problem


VisitRequestDep = Annotated[VisitRequest, Depends(require_visit_request)]
ComerDep = Annotated[VisitRequest, Depends(require_comer)]
