import msgspec
import pytest
from sqlalchemy import event

from kiosk.contract.credential import hash_id, normalise_proximity_id, parse_store_key
from kiosk.contract.shopper import PERSONAL_OFFERS, PROXIMITY
from kiosk.hub.models.members.consent import withdraw_consent
from kiosk.hub.models.members.member import Member
from kiosk.hub.models.store.store import get_store
from kiosk.hub.sample.seed import KEY_FILE
from kiosk.hub.sample.shop import MEMBERS, STORE
from kiosk.hub.web.screen_answers import ShoppersAnswer
from tests.hub.running import NOW, RunningHub, make_bookmark

ADDRESS = "/v1/shoppers?store=berlin-mitte"


def _read(running: RunningHub, since: str = "") -> ShoppersAnswer:
    return msgspec.json.decode(running.get(f"{ADDRESS}&since={since}").content, type=ShoppersAnswer)


def _withdraw(running: RunningHub, key: str, *purposes: str) -> None:
    with running.hub.database.write() as session:
        member = session.get_one(Member, key)
        for purpose in purposes:
            withdraw_consent(session, member, purpose, running.hub.now())


def test_only_members_who_opted_in_are_told(running: RunningHub) -> None:
    answer = _read(running)

    assert len(answer.shoppers) == len([member for member in MEMBERS if member.consents])
    assert answer.gone == []


def test_a_member_is_known_by_the_hashes_that_the_screen_reckons(running: RunningHub) -> None:
    key = parse_store_key((running.folder / "media").resolve().parent.joinpath(KEY_FILE).read_text())
    anna = MEMBERS[0]

    shopper = _read(running).shoppers[0]

    assert shopper.proximity == (hash_id(key, "proximity", normalise_proximity_id(anna.beacon)),)
    assert shopper.credentials == (hash_id(key, "uid", anna.card.uid),)
    assert (shopper.segments, shopper.language) == (frozenset(anna.segments), anna.language)


def test_visits_and_tastes_are_told_of_who_allows_personal_offers(running: RunningHub) -> None:
    first = _read(running)
    ben = first.shoppers[1]
    assert (ben.visits, ben.interests) == (MEMBERS[1].visits, MEMBERS[1].interests)

    _withdraw(running, ben.key, PERSONAL_OFFERS)

    (shopper,) = _read(running, first.cursor).shoppers
    assert (shopper.visits, shopper.interests) == (None, None)


def test_after_the_cursor_only_changes_are_told(running: RunningHub) -> None:
    first = _read(running)

    assert _read(running, first.cursor) == ShoppersAnswer(first.cursor, [], [])


def test_who_withdraws_everything_is_gone(running: RunningHub) -> None:
    first = _read(running)
    _withdraw(running, first.shoppers[0].key, PROXIMITY, PERSONAL_OFFERS)

    second = _read(running, first.cursor)

    assert (second.shoppers, second.gone) == ([], [first.shoppers[0].key])
    assert _read(running, second.cursor).gone == []


def test_who_withdraws_proximity_keeps_no_beacon(running: RunningHub) -> None:
    first = _read(running)
    _withdraw(running, first.shoppers[0].key, PROXIMITY)

    (shopper,) = _read(running, first.cursor).shoppers

    assert (shopper.proximity, shopper.consents) == ((), frozenset({PERSONAL_OFFERS}))
    assert shopper.segments == first.shoppers[0].segments


def test_who_withdraws_personal_offers_keeps_no_segments(running: RunningHub) -> None:
    first = _read(running)
    _withdraw(running, first.shoppers[0].key, PERSONAL_OFFERS)

    (shopper,) = _read(running, first.cursor).shoppers

    assert (shopper.segments, shopper.consents) == (frozenset(), frozenset({PROXIMITY}))


def test_an_anonymous_member_is_never_told(running: RunningHub) -> None:
    first = _read(running)
    running.keep(make_bookmark())

    assert _read(running, first.cursor) == ShoppersAnswer(first.cursor, [], [])


def test_ten_thousand_members_are_told_in_a_few_queries(running: RunningHub) -> None:
    statements: list[str] = []
    _read(running)  # from now on it is known that this screen is there
    with running.hub.database.write() as session:
        for number in range(10_000):
            member = Member(key=f"s_{number}", store_id=STORE, joined_at=NOW, language="de", segments=[], revision=1)
            session.add(member)
    with running.hub.database.read() as session:
        event.listen(session.get_bind(), "before_cursor_execute", lambda *call: statements.append(call[2]))

    answer = _read(running)

    assert len(answer.gone) == 10_000
    assert len(statements) <= 13


@pytest.mark.parametrize(("since", "code"), [("999", "cursor_unknown"), ("x", "malformed"), ("-1", "malformed")])
def test_a_cursor_that_was_never_handed_out_is_refused(running: RunningHub, since: str, code: str) -> None:
    answer = running.get(f"{ADDRESS}&since={since}")

    assert (answer.status_code, answer.json()["code"]) == (400, code)


def test_another_stores_members_are_not_told(running: RunningHub) -> None:
    assert running.get("/v1/shoppers?store=hamburg").json()["code"] == "not_yours"


def test_a_screen_that_slept_for_too_long_to_hear_who_was_erased_asks_for_everybody_anew(running: RunningHub) -> None:
    with running.hub.database.write() as session:
        get_store(session, STORE).forgotten_revision = 3
    codes = [running.get(f"/v1/shoppers?store={STORE}&since={since}").status_code for since in ("", "0", "2", "3")]

    assert codes == [200, 200, 400, 200]
