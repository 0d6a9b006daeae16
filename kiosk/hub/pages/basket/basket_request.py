"""A request of a member for her basket, from a phone by which the store knows her."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends
from typing_extensions import override

from kiosk.hub.pages.visitor.her_request import HerRequest
from kiosk.hub.pages.visitor.own_phone import find_own_phone
from kiosk.hub.text.basket_words import BasketWords, choose_basket_words
from kiosk.hub.web.page_request import PageRequestDep

BASKET = "/basket/{store_id}"
"""Where her basket in a store is."""


@dataclass(frozen=True, slots=True)
class BasketRequest(HerRequest):
    """Who she is."""

    @property
    def phrases(self) -> BasketWords:
        """The phrases of her basket."""
        return choose_basket_words(self.words.language)

    @override
    def check_form(self, token: str) -> None:
        """As for other forms of hers, but counted for herself: all who scan in a store may share its address."""
        self.page.prove_form(self.purpose, token)
        self.hub.baskets.enter(self.member_key, self.hub.now())

    @property
    @override
    def shared(self) -> Mapping[str, object]:
        owner = self.page.make_form_token(f"queue:{self.member_key}")
        return {"phrases": self.phrases, "address": self.home, "owner": owner}


def require_basket_request(page: PageRequestDep, store_id: str) -> BasketRequest:
    """Whose basket it is. Raises as `find_own_phone` does."""
    store, key = find_own_phone(page, store_id)
    home = BASKET.format(store_id=store_id)
    return BasketRequest(page, store, key, store.language, f"basket:{key}", home)


BasketRequestDep = Annotated[BasketRequest, Depends(require_basket_request)]
