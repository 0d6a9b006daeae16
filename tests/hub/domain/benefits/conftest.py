"""A member of the sample shop, and what her books say."""

import pytest
from sqlalchemy import select

from kiosk.hub.context import Hub
from kiosk.hub.models.members.member import Member
from tests.hub.domain.benefits.books import Books


@pytest.fixture
def anna(hub: Hub) -> str:
    """The pseudonym of Anna, who allowed everything."""
    with hub.database.read() as session:
        return session.scalars(select(Member.key).where(Member.visits == 1)).one()


@pytest.fixture
def dora(hub: Hub) -> str:
    """The pseudonym of Dora, who joined and allowed nothing."""
    with hub.database.read() as session:
        return session.scalars(select(Member.key).where(Member.visits == 5)).one()


@pytest.fixture
def books(hub: Hub) -> Books:
    return Books(hub.database)
