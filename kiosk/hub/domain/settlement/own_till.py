"""The till that a store's phones are together: what is paid there is a sale like any other till's."""

from sqlalchemy.orm import Session

from kiosk.hub.context import Hub
from kiosk.hub.domain.digest import digest
from kiosk.hub.models.store.till import Till, find_till

OWN_TILL = "phones"


def open_own_till(hub: Hub, session: Session, store_id: str) -> Till:
    """That till; nobody can speak for it, for its token was thrown away."""
    till = find_till(session, store_id, OWN_TILL)
    if till is None:
        till = Till(store_id=store_id, id=OWN_TILL, token_hash=digest(hub.mint()))
        session.add(till)
        session.flush()
    return till
