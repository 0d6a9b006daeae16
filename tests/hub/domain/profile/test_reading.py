from collections.abc import Mapping
from decimal import Decimal

import pytest

from kiosk.hub.context import Hub
from kiosk.hub.domain.profile.fact import Detail, Fact, Kind
from kiosk.hub.domain.profile.handle import ACCOUNT
from kiosk.hub.domain.profile.message import Message
from kiosk.hub.domain.profile.reading import list_handles, read_amount, read_fact
from kiosk.hub.models.members.account import Account
from kiosk.hub.models.members.member import Member
from kiosk.hub.sample.shop import STORE
from tests.hub.running import A_HASH, NOW


@pytest.mark.parametrize(
    ("event", "properties", "kind", "detail"),
    [
        ("Product Viewed", {"category": "Home", "name": "Mug"}, "viewed", Detail(("home",), what="Mug")),
        ("product added to wishlist", {"category": "Home"}, "wished", Detail(("home",))),
        ("Product Added", {"category": 7}, "added", Detail(("7",))),
        (
            "Order Completed",
            {
                "order_id": 4711,
                "total": 12.9,
                "currency": "eur",
                "products": [{"category": "Home", "name": "Mug"}, {"category": "Tea"}, "junk"],
            },
            "ordered",
            Detail(("home", "tea"), "4711", Decimal("12.9"), "EUR", what="Mug"),
        ),
        ("Order Completed", {"revenue": "1e99"}, "ordered", Detail(order="m")),
        ("Order Refunded", {"order_id": "4711", "total": 5}, "cancelled", Detail(order="4711")),
        ("Signed Up", {"password": "secret", "category": "Home"}, "other", Detail(("home",), what="Signed Up")),
    ],
)
def test_of_an_event_what_a_profile_needs_is_kept_and_nothing_else(
    event: str, properties: Mapping[str, object], kind: Kind, detail: Detail
) -> None:
    message = Message(type="track", message_id="m", event=event, properties=dict(properties))

    assert read_fact(message, NOW) == Fact(kind, NOW, detail)


@pytest.mark.parametrize(
    ("text", "amount"), [("12.90", Decimal("12.90")), ("-1", Decimal(-1)), ("", None), ("NaN", None), ("1e9", None)]
)
def test_an_amount_is_one_that_a_receipt_could_say(text: str, amount: Decimal | None) -> None:
    assert read_amount(text) == amount


MESSAGE = Message(
    type="identify",
    user_id="u-1",
    anonymous_id="a-1",
    traits={
        "email": "Anna@Example.org",
        "emailVerified": True,
        "phone": "+49 30 123",
        "card": {"kind": "uid", "value": A_HASH},
    },
)


@pytest.mark.parametrize(
    ("vouches", "handles"),
    [
        (True, [("user", True), ("email", True), ("phone", False), ("uid", True), ("anonymous", True)]),
        (False, [("user", False), ("email", False), ("phone", False), ("anonymous", True)]),
    ],
)
def test_who_does_not_vouch_is_believed_in_the_browser_alone(
    hub: Hub,
    vouches: bool,  # noqa: FBT001 # a table's column
    handles: list[tuple[str, bool]],
) -> None:
    with hub.database.read() as session:
        found = list_handles(session, STORE, MESSAGE, vouches=vouches)

    assert [(handle.kind, handle.is_verified) for handle in found] == handles


def test_no_handle_says_what_anybody_is_called(hub: Hub) -> None:
    with hub.database.read() as session:
        said = repr(list_handles(session, STORE, MESSAGE, vouches=True)).casefold()

    assert [name for name in ("u-1", "a-1", "anna", "+49") if name in said] == []


def test_a_proven_address_of_an_account_here_names_its_owner(hub: Hub) -> None:
    with hub.database.write() as session:
        session.add(Member(key="s_anna", store_id=STORE, joined_at=NOW, language="de", segments=[]))
        session.flush()
        session.add(Account(member_key="s_anna", store_id=STORE, opened_at=NOW, address="anna@example.org"))
        session.flush()
        found = list_handles(session, STORE, MESSAGE, vouches=True)

    assert [handle.value for handle in found if handle.kind == ACCOUNT] == ["s_anna"]
