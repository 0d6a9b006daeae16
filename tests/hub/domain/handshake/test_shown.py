from datetime import timedelta

from kiosk.hub.context import Hub
from kiosk.hub.domain.handshake.agreement import CODE_LIFE
from kiosk.hub.domain.handshake.meeting import Clerk, ask_by_code, make_handshake_code, show_code
from kiosk.hub.domain.handshake.shown import find_shown
from kiosk.hub.sample.shop import STORE
from tests.hub.accounts import ADDRESS
from tests.hub.joined import add_joined
from tests.hub.running import Dial
from tests.hub.thread import keep_mug


def _find(hub: Hub, said: str, store: str = STORE) -> str | None:
    with hub.database.read() as session:
        return find_shown(hub, session, store, said)


def test_who_kept_something_is_meant_by_its_code(hub: Hub) -> None:
    bookmark = keep_mug(hub)
    code = bookmark.redeem_code

    assert _find(hub, f" {code[:4]} {code[4:].lower()}") == bookmark.member_key


def test_who_kept_nothing_is_meant_by_the_address_that_she_proved_and_in_her_store_alone(hub: Hub) -> None:
    with hub.database.write() as session:
        add_joined(hub, session)
    found = [_find(hub, f" {ADDRESS.upper()} "), _find(hub, ADDRESS[1:]), _find(hub, ADDRESS, "elsewhere")]

    assert found == ["s_joined", None, None]


def test_who_shows_a_code_at_the_counter_is_meant_by_it_until_it_is_taken_or_lapses(hub: Hub, dial: Dial) -> None:
    with hub.database.write() as session:
        handshake = show_code(hub, session, add_joined(hub, session), "secret")
        code = make_handshake_code("secret", handshake)
    found = [_find(hub, f"https://hub.example/console/tablet#{code}"), _find(hub, code)]
    dial.turn(CODE_LIFE)
    found.append(_find(hub, code))
    dial.turn(-timedelta(seconds=1))
    with hub.database.write() as session:
        ask_by_code(hub, session, STORE, Clerk("w_sam", "sam"), code)

    assert [*found, _find(hub, code)] == ["s_joined", "s_joined", None, None]
