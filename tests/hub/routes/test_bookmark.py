from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy import func, select

from kiosk.contract.credential import hash_id, parse_store_key
from kiosk.contract.money import Money
from kiosk.contract.offer import Budget
from kiosk.hub.models.catalogue.offer import Offer
from kiosk.hub.models.conversation.bookmark import Bookmark
from kiosk.hub.models.conversation.conversation import Conversation
from kiosk.hub.models.conversation.message import Message
from kiosk.hub.models.members.member import Member
from kiosk.hub.models.screens.screen import Screen, revoke_token
from kiosk.hub.sample.seed import KEY_FILE, TOKEN_FILES
from kiosk.hub.sample.shop import FIRST_SCREEN, MEMBERS
from tests.hub.in_wallets import erase_keeper
from tests.hub.running import A_HASH, RunningHub, keep_at_once, make_bookmark


def _count(running: RunningHub, table: type) -> int:
    with running.hub.database.read() as session:
        return session.scalar(select(func.count()).select_from(table)) or 0


def test_an_unknown_card_keeps_an_offer_as_a_new_member(running: RunningHub) -> None:
    answer = running.keep(make_bookmark())

    assert answer.status_code == 201
    body = answer.json()
    assert (body["id"], body["member"]) == (make_bookmark()["id"], "new")
    assert body["conversation"]["id"].startswith("c_")
    assert body["claim_url"].startswith(running.hub.settings.public_url + "/c/")


def test_the_same_bookmark_again_gets_the_same_answer(running: RunningHub) -> None:
    first, second = running.keep(make_bookmark()), running.keep(make_bookmark())

    assert (first.status_code, second.status_code) == (201, 200)
    assert second.json() == first.json()
    assert _count(running, Bookmark) == 1


def test_another_bookmark_under_the_same_id_is_refused(running: RunningHub) -> None:
    running.keep(make_bookmark())

    answer = running.keep(make_bookmark(offer="o-lamp"))

    assert (answer.status_code, answer.json()["code"]) == (422, "idempotency_key_reused")


def test_the_second_tap_of_a_card_is_known_and_continues_the_conversation(running: RunningHub) -> None:
    before = _count(running, Member)

    first = running.keep(make_bookmark()).json()
    second = running.keep(make_bookmark(id="second", offer="o-lamp")).json()

    assert (first["member"], second["member"]) == ("new", "known")
    assert second["conversation"]["id"] == first["conversation"]["id"]
    assert second["claim_url"] != first["claim_url"]
    assert _count(running, Member) == before + 1


def test_a_card_of_the_sample_shop_is_known(running: RunningHub, seeded: Path) -> None:
    key = parse_store_key((seeded / KEY_FILE).read_text())
    proof = {"kind": "uid", "value": hash_id(key, "uid", MEMBERS[0].card.uid)}

    assert running.keep(make_bookmark(credential=proof)).json()["member"] == "known"


def test_who_lets_her_departments_be_told_is_answered_her_stamps_and_nobody_else(
    running: RunningHub, seeded: Path
) -> None:
    key = parse_store_key((seeded / KEY_FILE).read_text())
    proof = {"kind": "uid", "value": hash_id(key, "uid", MEMBERS[0].card.uid)}
    first, again = (running.keep(make_bookmark(credential=proof)).json() for _ in range(2))
    stranger = running.keep(make_bookmark(id="stranger")).json()

    assert (first["stamps"], again, stranger["stamps"]) == ({"have": 1, "of": 3}, first, None)


def test_twenty_threads_with_one_bookmark_keep_it_once(running: RunningHub) -> None:
    answers = keep_at_once(running, 20)

    assert sorted(status for status, _ in answers) == [200] * 19 + [201]
    assert len({text for _, text in answers}) == 1
    assert [_count(running, table) for table in (Bookmark, Conversation, Message)] == [1, 1, 1]


def test_twenty_bookmarks_of_one_new_card_make_one_member(running: RunningHub) -> None:
    before = _count(running, Member)

    bookmarks = [make_bookmark(id=f"b{number}") for number in range(20)]

    with ThreadPoolExecutor(20) as pool:
        answers = [answer.json() for answer in pool.map(running.keep, bookmarks)]

    assert [answer["member"] for answer in answers].count("new") == 1
    assert _count(running, Member) == before + 1
    assert len({answer["conversation"]["id"] for answer in answers}) == 1


@pytest.mark.sqlite
def test_a_text_that_only_one_tap_can_show_is_kept_as_a_digest_alone(running: RunningHub) -> None:
    value = "a-token-from-a-phone"

    answer = running.keep(make_bookmark(credential={"kind": "qr", "value": value}))

    assert answer.status_code == 201
    assert all(value.encode() not in path.read_bytes() for path in running.folder.glob("hub.sqlite3*"))


def _set_budget(running: RunningHub, left: str) -> None:
    with running.hub.database.write() as session:
        session.get_one(Offer, "o-mug").budget = Budget(Money(Decimal(left), "EUR"), Money(Decimal(5), "EUR"))


def test_a_budget_of_ten_keeps_ten_of_forty_bookmarks_that_two_screens_send_at_once(
    running: RunningHub, seeded: Path
) -> None:
    _set_budget(running, "52.50")
    tokens = {screen: (seeded / name).read_text() for screen, name in TOKEN_FILES.items()}
    bookmarks = [
        make_bookmark(id=f"b{number}", screen=screen, credential={"kind": "uid", "value": f"{number:064x}"})
        for number, screen in enumerate([*tokens] * 20)
    ]

    with ThreadPoolExecutor(20) as pool:
        answers = list(pool.map(running.keep, bookmarks, [tokens[bookmark["screen"]] for bookmark in bookmarks]))

    assert sorted(answer.status_code for answer in answers) == [201] * 10 + [422] * 30
    assert {answer.json()["code"] for answer in answers if answer.status_code == 422} == {"budget_spent"}
    assert [_count(running, table) for table in (Bookmark, Conversation, Message)] == [10, 10, 10]


def test_what_was_kept_before_the_budget_was_spent_is_answered_as_before(running: RunningHub) -> None:
    _set_budget(running, "5")
    first, second = running.keep(make_bookmark()), running.keep(make_bookmark())

    assert (first.status_code, second.status_code, running.keep(make_bookmark(id="b2")).status_code) == (201, 200, 422)
    assert second.json() == first.json()


def test_a_bookmark_that_came_too_late_is_kept_once_the_budget_is_raised(running: RunningHub) -> None:
    _set_budget(running, "0")
    too_late = running.keep(make_bookmark())
    _set_budget(running, "5")

    assert (too_late.status_code, running.keep(make_bookmark()).status_code) == (422, 201)


def test_an_offer_that_is_not_there_is_said_to_be_unknown(running: RunningHub) -> None:
    answer = running.keep(make_bookmark(offer="o-nothing"))

    assert (answer.status_code, answer.json()["code"]) == (404, "offer_unknown")


@pytest.mark.parametrize("key", ["", "another"])
def test_an_idempotency_key_that_is_not_the_bookmarks_id_is_refused(running: RunningHub, key: str) -> None:
    answer = running.post("/v1/bookmarks", make_bookmark(), headers={"Idempotency-Key": key} if key else {})

    assert (answer.status_code, answer.json()["code"]) == (400, "idempotency_key_wrong")


@pytest.mark.parametrize(
    ("changes", "pointer"),
    [
        ({"id": ""}, "/body/id"),
        ({"offer": "x" * 129}, "/body/offer"),
        ({"offer": "o\x00"}, "/body/offer"),
        ({"zone": "\ud800"}, "/body/zone"),
        ({"language": "DE"}, "/body/language"),
        ({"tapped_at": "2026-11-22T10:00:00"}, "/body/tapped_at"),
        ({"tapped_at": "9999-12-31T23:59:59-14:00"}, "/body/tapped_at"),
        ({"credential": None}, "/body/credential"),
        ({"credential": {"kind": "uid", "value": "04a1b2c3d4e5f1"}}, "/body/credential"),
        ({"credential": {"kind": "ndef", "value": A_HASH.upper()}}, "/body/credential"),
        ({"credential": {"kind": "face", "value": A_HASH}}, "/body/credential/kind"),
    ],
)
def test_a_malformed_bookmark_is_refused_by_place_and_rule(
    running: RunningHub, changes: dict[str, object], pointer: str
) -> None:
    answer = running.post("/v1/bookmarks", make_bookmark(**changes), headers={"Idempotency-Key": "x"})

    assert (answer.status_code, answer.json()["code"]) == (400, "malformed")
    assert [error["pointer"] for error in answer.json()["errors"]] == [pointer]
    assert "04a1b2" not in answer.text


def test_members_that_nobody_knows_are_ignored(running: RunningHub) -> None:
    assert running.keep(make_bookmark(weather="rain")).status_code == 201


def test_a_bookmark_is_kept_only_by_the_screen_that_it_names(running: RunningHub) -> None:
    answer = running.keep(make_bookmark(screen="window-2"))

    assert (answer.status_code, answer.json()["code"]) == (403, "not_yours")


def test_a_stranger_is_turned_away_while_somebody_else_writes(running: RunningHub) -> None:
    with running.hub.database.write():
        answer = running.keep(make_bookmark(), token="made-up")  # noqa: S106 - it opens nothing

    assert (answer.status_code, answer.json()["code"]) == (401, "token_unknown")


def test_a_token_that_was_revoked_since_lets_nobody_in(running: RunningHub) -> None:
    kept = running.keep(make_bookmark())
    with running.hub.database.write() as session:
        revoke_token(session.scalars(select(Screen).where(Screen.id == FIRST_SCREEN)).one(), running.dial.time)

    assert (kept.status_code, running.keep(make_bookmark(id="b-2")).status_code) == (201, 401)


def test_a_tap_of_who_was_erased_is_answered_whatever_else_would_be_refused(running: RunningHub) -> None:
    body = make_bookmark(tapped_at="2026-11-22T09:30:00+01:00")
    running.keep(body)
    erase_keeper(running.hub, body["id"])
    _set_budget(running, "0")
    answers = [running.keep({**body, "id": f"late-{offer}", "offer": offer}) for offer in ("nowhere", "o-mug")]

    assert [(answer.status_code, answer.json()["conversation"]) for answer in answers] == [(200, None)] * 2
