import os
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from kiosk.signage.importer import Importer, Loop
from kiosk.signage.watch import FolderWatch
from tests.doubles.notebook import FaultBook, Notebook


class Desk:
    """A folder, the watch over it, and what it told."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.told = Notebook[Loop]()
        self.faults = FaultBook()
        importer = Importer(folder, ZoneInfo("Europe/Berlin"), lambda _ref, _path: None)
        self.watch = FolderWatch(folder, importer, self.told.write, self.faults, look_s=0.01)

    def put(self, name: str, content: str = "bytes", changed: int = 1) -> None:
        (self.folder / name).write_text(content)
        os.utime(self.folder / name, (changed, changed))

    def look(self, times: int = 1) -> list[list[str]]:
        """The names of the items, each time that they were told."""
        for _ in range(times):
            self.watch.look()
        return [[item.id.removeprefix("folder:") for item in loop.items] for loop in self.told.read()]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    folder = tmp_path / "loop"
    folder.mkdir()
    return Desk(folder)


def test_a_file_counts_once_it_has_lain_still_for_two_looks(desk: Desk) -> None:
    desk.put("a.jpg")
    assert desk.look() == []
    assert desk.look() == [["a.jpg"]]
    assert desk.look(3) == [["a.jpg"]]


def test_a_file_that_is_being_copied_waits_and_holds_nothing_up(desk: Desk) -> None:
    desk.put("a.jpg")
    desk.put("b.jpg", "half")
    desk.look()
    desk.put("b.jpg", "more than half")
    assert desk.look() == [["a.jpg"]]
    assert desk.look() == [["a.jpg"], ["a.jpg", "b.jpg"]]


def test_a_file_that_is_copied_over_plays_as_it_was_until_it_lies_still(desk: Desk) -> None:
    desk.put("a.jpg", "old")
    desk.look(2)
    desk.put("a.jpg", "half of the new", changed=2)
    assert desk.look() == [["a.jpg"]]
    assert desk.look() == [["a.jpg"], ["a.jpg"]]
    old, new = (loop.items[0].media for loop in desk.told.read())
    assert old != new


def test_a_list_that_is_being_written_waits_with_all_that_comes_with_it(desk: Desk) -> None:
    desk.put("a.jpg")
    desk.look(2)
    desk.put("b.jpg")
    desk.put("playlist.toml", "seconds =")
    desk.look()
    desk.put("playlist.toml", "seconds = 5")
    assert desk.look(2) == [["a.jpg"], ["a.jpg", "b.jpg"]]
    assert [item.seconds for item in desk.told.read()[-1].items] == [5, 5]


def test_a_file_that_was_taken_out_is_played_no_more(desk: Desk) -> None:
    desk.put("a.jpg")
    desk.look(2)
    (desk.folder / "a.jpg").unlink()
    assert desk.look() == [["a.jpg"], []]


def test_a_folder_that_is_empty_from_the_first_says_so(desk: Desk) -> None:
    assert desk.look(2) == [[]]


def test_a_folder_that_goes_takes_nothing_with_it(desk: Desk) -> None:
    desk.put("a.jpg")
    desk.look(2)
    desk.folder.rename(desk.folder.with_name("away"))
    assert desk.look(2) == [["a.jpg"]]
    assert desk.faults.read()[-1] == ("loop", "folder_gone")
    desk.folder.with_name("away").rename(desk.folder)
    assert desk.look() == [["a.jpg"]]
    assert desk.faults.read()[-1] == ("loop", None)


@pytest.mark.allow_log("left out of the loop: film.mov: no kind of video")
@pytest.mark.allow_log("left out of the loop: inner: a folder")
def test_what_is_left_out_is_named_once_in_the_log_and_the_status_says_so(
    desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    desk.put("film.mov")
    (desk.folder / "inner").mkdir()
    desk.look(5)
    assert len(caplog.records) == 2
    assert desk.faults.read()[-1] == ("loop", "skipped_items")


def test_a_thread_looks_until_it_is_stopped(desk: Desk) -> None:
    desk.watch.start()
    desk.put("a.jpg")
    desk.told.wait_until(lambda told: bool(told and told[-1].items))
    desk.watch.stop()


@pytest.mark.allow_log("folder stumbled: RuntimeError")
def test_a_look_that_stumbles_is_said_and_tried_again(tmp_path: Path) -> None:
    faults, told = FaultBook(), Notebook[Loop]()

    def tell(loop: Loop) -> None:
        told.write(loop)
        if len(told.read()) == 1:
            raise RuntimeError

    importer = Importer(tmp_path, ZoneInfo("Europe/Berlin"), lambda _ref, _path: None)
    watch = FolderWatch(tmp_path, importer, tell, faults, look_s=0.01)
    watch.start()
    faults.wait_for(("loop", "stumbled"))
    faults.wait_for(("loop", None))
    watch.stop()
    assert told.read() == [Loop(), Loop()]


def test_strays_and_clutter_are_no_fault_and_only_what_is_no_clutter_is_told(
    desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")
    for name in ("a.jpg", "notes.txt", "Thumbs.db", ".DS_Store"):
        desk.put(name)
    assert desk.look(2) == [["a.jpg"]]
    assert desk.faults.read()[-1] == ("loop", None)
    assert [record.getMessage() for record in caplog.records] == [
        "left out of the loop: notes.txt: no kind of file that the loop plays"
    ]


@pytest.mark.allow_log("left out of the loop: notes.txt: no kind of file")
def test_what_a_list_asks_for_is_no_stray(desk: Desk) -> None:
    desk.put("notes.txt")
    desk.put("playlist.toml", '["notes.txt"]\nseconds = 5')
    desk.look(2)
    assert desk.faults.read()[-1] == ("loop", "skipped_items")
