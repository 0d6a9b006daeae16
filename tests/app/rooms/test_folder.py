from pathlib import Path

import pytest

from kiosk.app.files.loop import recall_loop
from kiosk.app.loop_source import recall_loop_source
from kiosk.app.rooms.folder import make_folder
from kiosk.core.events import CatalogueChanged, Event
from tests.app.test_loop_source import open_givens
from tests.doubles.notebook import Notebook
from tests.doubles.pictures import draw_picture


def has_item(events: list[Event]) -> bool:
    return bool(events) and isinstance(events[-1], CatalogueChanged) and bool(events[-1].playlist)


@pytest.mark.allow_log("left out of the loop: broken.jpg: no picture")
def test_a_picture_in_the_folder_comes_into_the_loop_and_is_there_at_the_next_start(tmp_path: Path) -> None:
    folder = tmp_path / "loop"
    folder.mkdir()
    (folder / "a.png").write_bytes(draw_picture())
    (folder / "broken.jpg").write_bytes(b"no picture")
    givens = open_givens(tmp_path, f"loop.folder={folder}")
    givens.settings.state.dir.mkdir()
    posted = Notebook[Event]()
    loop_source = recall_loop_source(givens)
    loop_source.open(posted.write)
    watch = make_folder(givens, loop_source)
    assert watch
    watch.start()
    posted.wait_until(has_item)
    watch.stop()
    (item,) = recall_loop(givens.settings.state.dir).items
    assert item.media is not None
    assert givens.find_file(item.media) is not None
    assert [each.id for each in recall_loop_source(givens).state().playlist] == ["folder:a.png"]


def test_without_a_folder_there_is_nothing_to_watch(tmp_path: Path) -> None:
    givens = open_givens(tmp_path)
    assert make_folder(givens, recall_loop_source(givens)) is None
