from kiosk.hub.context import Hub
from kiosk.hub.fleet.commands import tell_choices
from kiosk.hub.fleet.connection import join_broker
from kiosk.hub.sample.shop import FIRST_SCREEN, STORE
from tests.hub.fleet.screen import Screen
from tests.hub.fleet.test_commands import choose, read_choice


def test_without_a_broker_the_hub_is_as_it_was(hub: Hub) -> None:
    with join_broker(hub) as joined:
        assert joined is hub


def test_what_a_screen_answers_is_in_the_database_and_what_is_no_answer_harms_nobody(
    joined: Hub, screen: Screen
) -> None:
    choose(joined)
    tell_choices(joined, STORE, [FIRST_SCREEN])
    screen.say("answer", "what")
    screen.answer(screen.hear()["id"])

    screen.await_kept(lambda session: read_choice(session).answered_at == joined.now())
