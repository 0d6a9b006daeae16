from dataclasses import replace

from kiosk.hub.context import Hub
from kiosk.hub.fleet.news import EVERY_S, News, keep_telling
from kiosk.hub.models.members.member import Member, note_change
from tests.hub.fleet.screen import Screen
from tests.hub.shop_window import list_allowing


def _change(hub: Hub) -> None:
    with hub.database.write() as session:
        note_change(session, session.get_one(Member, list_allowing(session)[0]))


def test_screens_are_told_of_news_and_of_nothing_else(screen: Screen) -> None:
    news = News(screen.hub)
    assert [news.tell(), news.tell()] == [EVERY_S, EVERY_S]
    for times in (1, 2):
        _change(screen.hub)
        news.tell()
        news.tell()

        assert screen.hear(times)["do"] == "reload"


def test_whoever_writes_the_news_screens_are_told_while_the_hub_serves(screen: Screen) -> None:
    with keep_telling(screen.hub):
        _change(screen.hub)

        assert screen.hear()["do"] == "reload"


def test_without_a_line_there_is_nobody_to_tell(hub: Hub) -> None:
    with keep_telling(replace(hub, line=None)):
        _change(hub)
