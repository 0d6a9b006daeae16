from datetime import timedelta

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from kiosk.hub.context import Hub
from kiosk.hub.models.members.mail_link import LIFETIME, MailLink, add_mail_link, find_mail_link, use_mail_link
from kiosk.hub.sample.shop import STORE
from tests.hub.running import NOW

SECOND = timedelta(seconds=1)


def _add(session: Session, token_hash: str, address: str = "mara@example.com", later: timedelta = SECOND * 0) -> None:
    link = MailLink(
        token_hash=token_hash,
        store_id=STORE,
        address=address,
        browser_hash="browser",
        language="de",
        made_at=NOW + later,
    )
    add_mail_link(session, link)


@pytest.mark.parametrize(("later", "is_good"), [(LIFETIME - SECOND, True), (LIFETIME, False)])
def test_a_link_is_good_for_a_quarter_of_an_hour(hub: Hub, later: timedelta, *, is_good: bool) -> None:
    with hub.database.write() as session:
        _add(session, "a")

        assert (find_mail_link(session, "a", NOW + later) is not None) is is_good


def test_a_link_that_is_used_uses_up_all_of_its_address_and_no_others(hub: Hub) -> None:
    with hub.database.write() as session:
        for token_hash, address in (("a", "mara@example.com"), ("b", "mara@example.com"), ("c", "ben@example.com")):
            _add(session, token_hash, address)
        link = find_mail_link(session, "a", NOW)
        assert link
        use_mail_link(session, link)

        assert [find_mail_link(session, one, NOW) is not None for one in "abc"] == [False, False, True]


def test_what_lapsed_is_forgotten_with_the_next(hub: Hub) -> None:
    with hub.database.write() as session:
        _add(session, "a")
        _add(session, "b", later=LIFETIME)

        assert session.scalar(select(func.count()).select_from(MailLink)) == 1
