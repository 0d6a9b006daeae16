from collections.abc import Mapping
from datetime import datetime, timedelta
from itertools import permutations
from pathlib import Path

import pytest
from sqlalchemy import select

from kiosk.hub.context import Hub
from kiosk.hub.domain.digest import digest
from kiosk.hub.domain.kept.redemption import count_redeemed
from kiosk.hub.domain.member_data.erasure import erase_member
from kiosk.hub.domain.member_data.registry import HERS
from kiosk.hub.domain.profile.handle import USER, make_handle
from kiosk.hub.domain.profile.merge import merge_members
from kiosk.hub.models.members.account import Account
from kiosk.hub.models.members.credential import Credential
from kiosk.hub.models.members.gone_member import list_gone
from kiosk.hub.models.members.member import Member
from kiosk.hub.models.outside.webhook_event import WebhookEvent
from kiosk.hub.models.profile.identifier import Identifier
from kiosk.hub.models.store.store import get_store
from kiosk.hub.models.tables import METADATA
from kiosk.hub.sample.shop import FIRST_SCREEN, STORE
from tests.hub.domain.member_data.known_well import get_to_know, list_secrets, read_all
from tests.hub.running import A_HASH, NOW, Dial, RunningHub, make_bookmark
from tests.hub.shop_window import WebShop, add_source, make_message
from tests.hub.told_webhooks import add_webhook

_STAYS = {"receipts", "ledger_accounts", "ledger_postings", "ledger_lines", "earned_counts", "earnings"}
"""Of these others have rows, too, or nobody does: what they say is looked at by its bytes."""


def _erase(hub: Hub, key: str) -> None:
    with hub.database.erase() as session:
        erase_member(hub, session, session.get_one(Member, key))


def _erase_and_die(hub: Hub, key: str) -> None:
    with hub.database.erase() as session:
        erase_member(hub, session, session.get_one(Member, key))
        raise RuntimeError


def _count_rows(hub: Hub) -> dict[str, int]:
    tables = {one.table for one in HERS} - _STAYS
    with hub.database.read() as session:
        return {name: len(session.execute(select(METADATA.tables[name])).all()) for name in sorted(tables)}


@pytest.mark.sqlite
def test_no_byte_of_her_stays_in_the_database_or_in_its_log(hub: Hub, tmp_path: Path) -> None:
    known = get_to_know(hub)
    before = read_all(tmp_path)
    _erase(hub, known.key)
    after = read_all(tmp_path)

    assert [text for text in list_secrets(known) if text.encode() not in before] == []
    assert [text for text in list_secrets(known) if text.encode() in after] == []


def test_every_table_is_as_it_was_before_she_came(hub: Hub) -> None:
    before = _count_rows(hub)
    known = get_to_know(hub)
    busy = _count_rows(hub)
    _erase(hub, known.key)

    assert sum(busy.values()) > sum(before.values()) + 15
    assert _count_rows(hub) == before


def test_all_that_she_turned_out_to_be_goes_with_her(hub: Hub) -> None:
    known = get_to_know(hub)
    with hub.database.write() as session:
        later = Member(key="s_later", store_id=STORE, joined_at=NOW + timedelta(days=1), language="de", segments=[])
        session.add(later)
        session.flush()
        merge_members(hub, session, known.key, later.key, ["user"])
    _erase(hub, "s_later")
    with hub.database.read() as session:
        assert session.scalars(select(Member).where(Member.key.in_((known.key, "s_later")))).all() == []


def test_screens_are_told_that_she_is_gone_and_of_whom_they_never_heard_for_they_may_hold_a_tap_of_hers(
    hub: Hub,
) -> None:
    known = get_to_know(hub)
    with hub.database.write() as session:
        session.add(Member(key="s_new", store_id=STORE, joined_at=NOW, language="de", segments=[]))
        since = get_store(session, STORE).revision
    for key in (known.key, "s_new"):
        _erase(hub, key)
    with hub.database.read() as session:
        assert list_gone(session, STORE, since) == [known.key, "s_new"]


def test_every_webhook_hears_of_it_whatever_it_wanted_to_hear(hub: Hub) -> None:
    add_webhook(hub, "w", "kiosk.bookmark.redeemed")
    known = get_to_know(hub)
    _erase(hub, known.key)
    with hub.database.read() as session:
        (body,) = session.scalars(select(WebhookEvent.body)).all()

    assert '"type":"kiosk.member.erased"' in body
    assert f'"data":{{"member":"{known.key}"}}' in body


def test_what_screens_learnt_from_what_she_bought_they_need_not_unlearn(hub: Hub) -> None:
    known = get_to_know(hub)
    with hub.database.read() as session:
        before = count_redeemed(session, STORE, FIRST_SCREEN)
    _erase(hub, known.key)
    with hub.database.read() as session:
        assert count_redeemed(session, STORE, FIRST_SCREEN) == before != {}


def test_an_erasure_that_fails_half_way_changes_nothing(hub: Hub) -> None:
    known = get_to_know(hub)
    before = _count_rows(hub)
    with pytest.raises(RuntimeError):
        _erase_and_die(hub, known.key)

    assert _count_rows(hub) == before


@pytest.mark.parametrize("kind", ["uid", "ndef"])
def test_a_tap_that_a_screen_tells_late_is_answered_and_brings_nobody_back(running: RunningHub, kind: str) -> None:
    body = make_bookmark(credential={"kind": kind, "value": "c" * 64}, tapped_at="2026-11-22T09:30:00+01:00")
    running.keep(body)
    _erase(running.hub, _find_holder(running.hub, "c" * 64))
    before = _count_rows(running.hub)
    late = [running.keep({**body, "id": f"late-{number}"}) for number in range(2)]

    nothing = dict.fromkeys(("conversation", "claim_url", "stamps", "way", "next_stamp"))
    assert [answer.status_code for answer in late] == [200, 200]
    assert late[0].json() == {"id": "late-0", "member": "new", **nothing}
    assert _count_rows(running.hub) == before


def test_what_she_taps_after_that_is_a_new_strangers(running: RunningHub) -> None:
    running.keep(make_bookmark(tapped_at="2026-11-22T09:30:00+01:00"))
    _erase(running.hub, _find_holder(running.hub, A_HASH))
    running.dial.turn(timedelta(hours=1))
    answer = running.keep(make_bookmark(id="anew", tapped_at="2026-11-22T10:30:00+01:00"))

    assert (answer.status_code, answer.json()["member"]) == (201, "new")


def test_what_a_web_shop_tells_late_brings_nobody_back_by_whatever_name_and_in_whatever_order(
    hub: Hub, dial: Dial
) -> None:
    shop = WebShop(hub, add_source(hub))
    for number, order in enumerate(permutations(range(4))):
        before = _count_rows(hub)
        _join_by_all_names(hub, number)
        said, names = hub.now(), _list_names(number)
        dial.turn(timedelta(minutes=10))
        _erase(hub, f"s_{number}")
        dial.turn(timedelta(minutes=10))
        late = [shop.tell(_identify(f"{number}-{turn}", names[turn], said)) for turn in order]

        assert late == [["unallowed"]] * 4
        assert _count_rows(hub) == before
    assert shop.tell(_identify("later", _list_names(0)[0], hub.now())) == ["kept"]


def _join_by_all_names(hub: Hub, number: int) -> None:
    key, now = f"s_{number}", hub.now()
    with hub.database.write() as session:
        session.add(Member(key=key, store_id=STORE, joined_at=now, language="de", segments=[]))
        session.flush()
        user = make_handle(session, USER, f"u-{number}", is_verified=True).value
        rows = (
            Account(member_key=key, store_id=STORE, opened_at=now, address=f"{key}@example.org"),
            Credential(store_id=STORE, kind="uid", value=digest(key), member_key=key),
            Identifier(store_id=STORE, kind=USER, value=user, member_key=key, is_verified=True, known_since=now),
        )
        session.add_all(rows)


def _list_names(number: int) -> list[dict[str, object]]:
    """By her address, her card and her account at the shop, and by all of them, as a message has them."""
    user: dict[str, object] = {"userId": f"u-{number}"}
    email = {"email": f" S_{number}@Example.org", "emailVerified": True}
    card = {"card": {"kind": "uid", "value": digest(f"s_{number}")}}
    stranger = {"userId": f"new-{number}"}
    return [{**stranger, "traits": email}, {**stranger, "traits": card}, user, {**user, "traits": {**email, **card}}]


def _identify(number: str, names: Mapping[str, object], at: datetime) -> dict[str, object]:
    return make_message(0, type="identify", messageId=number, timestamp=at.isoformat(), **names)


def _find_holder(hub: Hub, card: str) -> str:
    with hub.database.read() as session:
        return session.scalars(select(Credential.member_key).where(Credential.value == card)).one()
