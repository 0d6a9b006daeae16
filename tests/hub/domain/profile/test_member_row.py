from pathlib import Path

import pytest

from kiosk.contract.credential import parse_store_key
from kiosk.contract.shopper import PERSONAL_OFFERS
from kiosk.hub.context import Hub
from kiosk.hub.domain.profile.member_row import take_member_row
from kiosk.hub.domain.profile.table import RowRefused
from kiosk.hub.models.members.consent import is_given
from kiosk.hub.models.members.member import Member
from kiosk.hub.sample.seed import KEY_FILE
from kiosk.hub.sample.shop import MEMBERS, STORE
from tests.hub.shop_window import WebShop, add_source, make_message

ROW = {
    "language": "DE",
    "uid": "04:99:88:77:66:55:44",
    "beacon": "keys:demo-eva",
    "user_id": "u-1",
    "email": "eva@example.org",
    "segments": "vip|tea",
    "consents": PERSONAL_OFFERS,
}


@pytest.fixture
def key(seeded: Path) -> bytes:
    return parse_store_key((seeded / KEY_FILE).read_text())


def _take(hub: Hub, row: dict[str, str], key: bytes | None) -> None:
    with hub.database.write() as session:
        take_member_row(hub, session, STORE, row, key)


def test_a_row_joins_somebody_whom_the_web_shop_knows_by_her_account(hub: Hub, key: bytes) -> None:
    _take(hub, ROW, key)
    WebShop(hub, add_source(hub)).tell(make_message(1, context={}))

    with hub.database.read() as session:
        eva = session.query(Member).filter(Member.language == "de", Member.visits == 0).one()
        assert eva.segments == ["vip", "tea"]
        assert is_given(session, eva.key, PERSONAL_OFFERS)


@pytest.mark.parametrize(
    ("change", "column"),
    [
        ({"language": "German"}, "language"),
        ({"uid": "card"}, "uid"),
        ({"uid": MEMBERS[0].card.uid}, "uid"),
        ({"consents": "all"}, "consents"),
    ],
)
def test_a_row_that_cannot_be_taken_says_why(hub: Hub, key: bytes, change: dict[str, str], column: str) -> None:
    with pytest.raises(RowRefused) as refused:
        _take(hub, {**ROW, **change}, key)

    assert refused.value.column == column


@pytest.mark.parametrize("column", ["uid", "user_id"])
def test_nobody_is_joined_twice(hub: Hub, key: bytes, column: str) -> None:
    _take(hub, ROW, key)
    with pytest.raises(RowRefused, match="already"):
        _take(hub, {"language": "de", column: ROW[column]}, key)


@pytest.mark.parametrize("column", ["uid", "beacon"])
def test_raw_ids_need_the_key_that_hashes_them(hub: Hub, column: str) -> None:
    with pytest.raises(RowRefused, match="--store-key"):
        _take(hub, {"language": "de", column: ROW[column]}, None)
