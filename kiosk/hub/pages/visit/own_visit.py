"""A member at the page of her visit, from a phone by which the store knows her."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends
from typing_extensions import override

from kiosk.hub.pages.visitor.her_visit import HerVisit
from kiosk.hub.pages.visitor.own_phone import find_own_phone
from kiosk.hub.text.visit_words import VisitWords, choose_visit_words
from kiosk.hub.web.visit import VisitDep

VISIT = "/visit/{store_id}"
"""Where her visit to a store is; a code at the door leads there, too."""


@dataclass(frozen=True, slots=True)
class OwnVisit(HerVisit):
    """Who she is."""

    @property
    def phrases(self) -> VisitWords:
        """The phrases of her visit."""
        return choose_visit_words(self.words.language)

    @property
    @override
    def shared(self) -> Mapping[str, object]:
        return {"phrases": self.phrases, "address": self.home, "store_id": self.store.id}


def require_own_visit(visit: VisitDep, store_id: str) -> OwnVisit:
    """Whose visit it is. Raises as `find_own_phone` does."""
    store, key = find_own_phone(visit, store_id)
    return OwnVisit(visit, store, key, store.language, f"visit:{key}", VISIT.format(store_id=store_id))


OwnVisitDep = Annotated[OwnVisit, Depends(require_own_visit)]
