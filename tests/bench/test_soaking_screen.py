from kiosk.bench.enduring_screen import PICTURES, Pictures
from kiosk.bench.hurried_loop import make_mixed_loop
from kiosk.bench.soaking_screen import THEMES, add_films, can_play_films, is_broken, is_film, is_picture
from kiosk.contract.offer import MediaRef
from kiosk.contract.playlist import Item
from kiosk.core.glass.scene import Attract, Notice
from kiosk.core.notice.bulletin import Bulletin
from kiosk.theming.shelf import Shelf


def test_some_pictures_of_the_loop_are_none() -> None:
    refs = [MediaRef("p", f"{number:064x}", 1) for number in range(PICTURES)]

    assert 0 < sum(map(is_broken, refs)) < PICTURES / 10


def test_it_looks_where_the_glass_shows_a_picture_of_the_loop_alone() -> None:
    item = Item("picture-1", "image", media=MediaRef("p", "a" * 64, 1))

    assert is_picture(Attract(item, None, "de", "i"))
    assert not is_picture(Attract(None, None, "de", "i"))
    assert not is_picture(Attract(Item("text-1", "text", title={"de": "Hinweis"}), None, "de", "i"))
    assert not is_picture(Notice(Bulletin({}), (), "de", "i"))


def test_it_wears_themes_that_there_are() -> None:
    assert set(THEMES) <= set(Shelf(None).list_names())


def test_a_video_plays_now_and_then_where_there_is_one() -> None:
    loop = make_mixed_loop(Pictures().list_refs())
    items = add_films(loop).playlist
    films = [item for item in items if is_film(Attract(item, None, "de", "i"))]

    assert can_play_films()
    assert [item for item in items if item not in films] == list(loop.playlist)
    assert 0 < len(films) < len(items) / 30
