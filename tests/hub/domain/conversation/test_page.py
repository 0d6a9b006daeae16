from kiosk.hub.context import Hub
from kiosk.hub.domain.conversation.page import Page, find_last_page, get_page, make_page
from kiosk.hub.sample.shop import STORE
from tests.hub.joined import join_at, say_to, write_as
from tests.hub.thread import keep_mug, list_thread, say


def test_what_is_said_to_who_kept_nothing_stands_on_the_page_of_all_her_messages(hub: Hub) -> None:
    page = join_at(hub)
    said = say_to(hub, page, "Liegt bereit")
    with hub.database.read() as session:
        assert (said.bookmark_id, get_page(session, said)) == (None, Page(STORE, "s_joined", "de"))


def test_what_is_said_of_an_offer_stands_on_its_page(hub: Hub) -> None:
    bookmark = keep_mug(hub)
    say(hub, bookmark, "Ja")
    with hub.database.read() as session:
        found = [get_page(session, message) for message in list_thread(hub, bookmark)]

    assert found == [make_page(bookmark)] * 2


def test_the_last_page_is_where_she_wrote_last_and_else_where_something_was_said_last(hub: Hub) -> None:
    own, bookmark = join_at(hub), keep_mug(hub)
    kept = make_page(bookmark)
    said = [write_as(hub, own, "Blau?"), say_to(hub, kept, "Ja")]
    with hub.database.read() as session:
        assert find_last_page(session, said) == own
        assert find_last_page(session, said[1:]) == kept
