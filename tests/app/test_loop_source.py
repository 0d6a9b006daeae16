from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

import pytest
from msgspec.structs import replace

from kiosk.app.files.loop import FolderLoop, keep_loop
from kiosk.app.givens import Givens, gather_givens
from kiosk.app.loop_source import LoopSource, recall_loop_source
from kiosk.contract.offer import MediaRef
from kiosk.contract.playlist import Item
from kiosk.core.events import CatalogueChanged, Event, Ticked
from kiosk.fleet.status import Status
from kiosk.offers.catalogue import Catalogue
from tests.doubles.settings import make_settings
from tests.doubles.shop_floor import MUG, PICTURE, POSTER
from tests.doubles.still_clocks import StillClocks

EPOCH = datetime(2026, 1, 1, tzinfo=UTC)
HELLO = Item("folder:hello", "text", title={"de": "Hallo"})
CATALOGUE = CatalogueChanged(Catalogue([MUG]), (POSTER,))


@dataclass
class Desk:
    replaces: bool = False
    is_shelf: bool = False
    posted: list[Event] = field(default_factory=list[Event])

    def open(self) -> LoopSource:
        loop_source = LoopSource(CATALOGUE, replaces=self.replaces, is_shelf=self.is_shelf)
        loop_source.open(self.posted.append)
        return loop_source

    def list_told(self) -> list[list[str]]:
        return [[item.id for item in event.playlist] for event in self.posted if isinstance(event, CatalogueChanged)]


def test_on_a_shelf_prices_take_the_place_of_all_but_what_passes_beside_them() -> None:
    desk = Desk(is_shelf=True)
    desk.open().take_folder(FolderLoop((HELLO, Item("news", "ticker", title={"de": "Bis 20 Uhr"}))))
    assert desk.list_told() == [[], ["news"]]


@pytest.mark.parametrize(("replaces", "told"), [(False, ["poster", "folder:hello"]), (True, ["folder:hello"])])
def test_the_folder_follows_the_catalogues_loop_or_takes_its_place(*, replaces: bool, told: list[str]) -> None:
    desk = Desk(replaces)
    loop_source = desk.open()
    loop_source.take_folder(FolderLoop((HELLO,)))
    loop_source.post(CATALOGUE)
    loop_source.take_folder(FolderLoop())
    assert desk.list_told() == [["poster"], told, told, ["poster"]]
    assert all(event.catalogue is CATALOGUE.catalogue for event in desk.posted if isinstance(event, CatalogueChanged))


def test_what_happens_before_it_is_opened_is_told_as_it_is_opened() -> None:
    loop_source = LoopSource(CATALOGUE, FolderLoop((HELLO, replace(POSTER, id="folder:bad"))))
    loop_source.drop_file(PICTURE.sha256)
    posted: list[Event] = []
    loop_source.open(posted.append)
    assert posted == [replace(CATALOGUE, playlist=(HELLO,))]


def test_a_picture_that_cannot_be_drawn_leaves_the_loop() -> None:
    desk = Desk()
    loop_source = desk.open()
    picture = Item("folder:a.jpg", "image", media=MediaRef("a.jpg", "b" * 64, 1))
    loop_source.take_folder(FolderLoop((picture, HELLO)))
    loop_source.drop_file("c" * 64)
    loop_source.drop_file("b" * 64)
    assert desk.list_told()[1:] == [["poster", "folder:a.jpg", "folder:hello"], ["poster", "folder:hello"]]


@pytest.mark.parametrize("kind", ["image", "video"])
def test_what_of_the_catalogue_cannot_be_shown_leaves_the_loop_until_it_is_told_again(
    kind: Literal["image", "video"],
) -> None:
    desk = Desk()
    loop_source = desk.open()
    catalogue = replace(CATALOGUE, playlist=(POSTER, Item("bad", kind, media=MediaRef("bad", "b" * 64, 1))))
    loop_source.post(catalogue)
    loop_source.drop_file("b" * 64)
    loop_source.post(catalogue)
    assert desk.list_told()[1:] == [["poster", "bad"], ["poster"], ["poster", "bad"]]


def test_what_happens_else_is_passed_on() -> None:
    desk = Desk()
    desk.open().post(Ticked())
    assert desk.posted[1:] == [Ticked()]


@pytest.mark.parametrize("replaces", [False, True])
def test_a_folder_that_keeps_step_makes_the_loop_do_so(*, replaces: bool) -> None:
    loop_source = Desk(replaces).open()
    loop_source.take_folder(FolderLoop((HELLO,), EPOCH))
    assert loop_source.state().epoch == EPOCH


def open_givens(folder: Path, *overrides: str) -> Givens:
    status = Status("1", "daylight", lambda: None, StillClocks().as_clocks())
    return gather_givens(make_settings(folder, *overrides), status)


def test_a_start_recalls_of_the_folders_loop_what_can_be_shown(tmp_path: Path) -> None:
    state = tmp_path / "state"
    state.mkdir()
    lost = Item("folder:lost", "image", media=MediaRef("lost.jpg", "a" * 64, 1))
    keep_loop(state, FolderLoop((lost, HELLO)))
    with_folder = recall_loop_source(open_givens(tmp_path, f"loop.folder={tmp_path}")).state()
    assert [item.id for item in with_folder.playlist] == ["folder:hello"]
    assert recall_loop_source(open_givens(tmp_path)).state().playlist == ()
