from kiosk.bench.enduring_screen import PICTURES
from kiosk.bench.soaking_screen import THEMES, is_broken, is_picture
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
