"""A phone by which the store knows a member: she is signed in there, or its browser is a credential of hers."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends
from sqlalchemy.orm import Session
from typing_extensions import override

from kiosk.hub.models.members.credential import BROWSER, find_member
from kiosk.hub.models.members.member import Member, list_kin
from kiosk.hub.models.store.store import Store
from kiosk.hub.pages.visitor.her_request import HerRequest
from kiosk.hub.pages.visitor.signed_in import find_signed_in
from kiosk.hub.problem import Problem
from kiosk.hub.text.counter_words import CounterWords, choose_counter_words
from kiosk.hub.web.page_request import PageRequest, PageRequestDep

COUNTER = "/counter/{store_id}"
"""Where her pages for the counter of a store begin."""


@dataclass(frozen=True, slots=True)
class OwnPhone(HerRequest):
    """A request of a member from a phone of hers."""

    @property
    def phrases(self) -> CounterWords:
        """The phrases of what she shows at the counter."""
        return choose_counter_words(self.words.language)

    @property
    @override
    def shared(self) -> Mapping[str, object]:
        return {"phrases": self.phrases, "address": self.home}

    def list_kin(self, session: Session) -> list[str]:
        """All keys that are hers."""
        return list_kin(session, self.member_key)


def require_own_phone(page: PageRequestDep, store_id: str) -> OwnPhone:
    """Whose phone it is, for the counter. Raises as `find_own_phone` does."""
    store, key = find_own_phone(page, store_id)
    return OwnPhone(
        page=page,
        store=store,
        member_key=key,
        language=store.language,
        purpose=f"counter:{key}",
        home=COUNTER.format(store_id=store_id),
    )


def find_own_phone(page: PageRequest, store_id: str) -> tuple[Store, str]:
    """The store, and the key of the member whose phone it is.

    Raises a 404 `Problem` for no store, and a 401 for a phone that the store does not know.
    """
    with page.hub.database.read() as session:
        store = session.get(Store, store_id)
        if store is None:
            raise Problem(404, "not_found", "There is no such store.")
        key = find_member_key(page, session, store_id)
    if key is None:
        raise Problem(401, "account_closed", "The store knows nobody by this phone.")
    return store, key


OwnPhoneDep = Annotated[OwnPhone, Depends(require_own_phone)]


def find_member_key(page: PageRequest, session: Session, store_id: str) -> str | None:
    """The key of the member of this store whose phone it is, if it is one's."""
    key = find_signed_in(page, session)
    if key is not None and session.get_one(Member, key).store_id == store_id:
        return key
    member = find_member(session, store_id, BROWSER, page.browser.hash)
    return member.key if member else None
