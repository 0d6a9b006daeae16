import pytest
from sqlalchemy import select

from kiosk.hub.context import Hub
from kiosk.hub.domain.digest import digest
from kiosk.hub.domain.handshake.agreement import CODE_LIFE
from kiosk.hub.domain.handshake.meeting import (
    ask_by_card,
    ask_by_code,
    confirm_handshake,
    end_handshake,
    find_own,
    make_handshake_code,
    read_agreement,
    show_code,
)
from kiosk.hub.domain.redeem_code import format_code
from kiosk.hub.models.handshake.handshake import Handshake
from kiosk.hub.models.handshake.handshake_step import list_steps
from kiosk.hub.models.store.store import Store
from kiosk.hub.problem import Problem
from kiosk.hub.sample.shop import STORE
from tests.hub.domain.handshake.meetings import MINUTE, NILS, SAM, SECRET, ask, share, welcome
from tests.hub.running import Dial


def test_a_code_is_kept_as_its_hash_and_made_by_her_phone_alone(hub: Hub) -> None:
    with hub.database.write() as session:
        handshake = show_code(hub, session, welcome(hub, session).member, SECRET)
        code = make_handshake_code(SECRET, handshake)

        assert handshake.code_hash == digest(code)
        assert make_handshake_code("of another phone", handshake) != code
        assert len(code) == 8


@pytest.mark.parametrize("typed", ["{}", " {} ", "https://hub.shop.example/console/tablet#{}"])
def test_a_code_may_be_typed_or_scanned(hub: Hub, typed: str) -> None:
    with hub.database.write() as session:
        handshake = show_code(hub, session, welcome(hub, session).member, SECRET)
        code = make_handshake_code(SECRET, handshake)

        assert ask_by_code(hub, session, STORE, SAM, typed.format(format_code(code).lower())).clerk == "sam"


def test_a_code_is_good_in_its_store_alone_for_two_minutes_and_once(hub: Hub, dial: Dial) -> None:
    with hub.database.write() as session:
        session.add(Store(id="anderswo", name="Anderswo", time_zone="Europe/Vienna", language="de"))
        handshake = show_code(hub, session, welcome(hub, session).member, SECRET)
        code = make_handshake_code(SECRET, handshake)
        refused: list[str] = []
        for store, clerk in (("anderswo", SAM), (STORE, SAM), (STORE, NILS)):
            try:
                ask_by_code(hub, session, store, clerk, code)
            except Problem as problem:
                refused.append(problem.code)
        dial.turn(CODE_LIFE)
        with pytest.raises(Problem):
            ask_by_code(hub, session, STORE, SAM, code)

    assert refused == ["handshake_unknown", "handshake_taken"]


def test_a_new_code_makes_the_one_before_worthless(hub: Hub) -> None:
    with hub.database.write() as session:
        member = welcome(hub, session).member
        old = make_handshake_code(SECRET, show_code(hub, session, member, SECRET))
        new = make_handshake_code(SECRET, show_code(hub, session, member, SECRET))

        with pytest.raises(Problem):
            ask_by_code(hub, session, STORE, SAM, old)
        assert ask_by_code(hub, session, STORE, SAM, new).clerk_id == SAM.id
        assert len(session.scalars(select(Handshake)).all()) == 1


def test_what_runs_goes_on_whoever_presses_for_a_code(hub: Hub) -> None:
    with hub.database.write() as session:
        customer = welcome(hub, session)
        handshake = share(hub, session, customer)

        assert show_code(hub, session, customer.member, "of another phone") is handshake
        assert read_agreement(hub, handshake).state == "confirmed"


def test_only_who_asked_finds_it_and_as_long_as_it_runs(hub: Hub, dial: Dial) -> None:
    with hub.database.write() as session:
        handshake = share(hub, session, welcome(hub, session))
        found = [find_own(hub, session, store, key, handshake.id) for store, key in ((STORE, SAM.id), (STORE, NILS.id))]
        elsewhere = find_own(hub, session, "anderswo", SAM.id, handshake.id)
        dial.turn(hub.settings.handshake)

        assert [*found, elsewhere] == [handshake, None, None]
        assert find_own(hub, session, STORE, SAM.id, handshake.id) is None


def test_each_act_is_on_record_once(hub: Hub) -> None:
    with hub.database.write() as session:
        customer = welcome(hub, session)
        handshake = ask(hub, session, customer)
        for _ in range(2):
            confirm_handshake(hub, session, handshake, ["kept"])
        for _ in range(2):
            end_handshake(hub, session, handshake)

        assert [step.kind for step in list_steps(session, [handshake.id])] == ["asked", "confirmed", "ended"]


def test_a_card_asks_without_a_code_but_not_past_a_colleague(hub: Hub, dial: Dial) -> None:
    with hub.database.write() as session:
        member = welcome(hub, session).member
        handshake = ask_by_card(hub, session, member, SAM)
        dial.turn(MINUTE)

        assert (handshake.code_hash, handshake.state) == (None, "asked")
        assert ask_by_card(hub, session, member, SAM) is handshake
        with pytest.raises(Problem):
            ask_by_card(hub, session, member, NILS)
