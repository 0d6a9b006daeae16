"""The files that a screen replaces as a whole, each by its own keeper, in an old version and a new one."""

import os
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

from kiosk.app.files.notices import NoticeFile
from kiosk.app.files.secrets import keep_token, read_token
from kiosk.app.files.shown import ShownFile
from kiosk.core.notice.bulletin import Board, Bulletin
from kiosk.errors import SettingRefused
from kiosk.learning.memory import Memory
from kiosk.learning.memory_file import MemoryFile
from kiosk.loyalty.last_good import LastGood
from kiosk.offers.posterior import Tally
from kiosk.offers.shown_record import ShownRecord
from tests.doubles.notebook import FaultBook

STORE, SCREEN, TOKEN_FILE = "berlin", "window-1", "token"
OLD, NEW = 1, 2
NAMES = ("shown", "learnt", "notices", "catalogue", "shoppers", "token")
DIARY = "kept"


def write_files(folder: Path, version: int) -> None:
    """Keep this version of each, and note in the diary of which it was said that it is kept."""
    diary = os.open(folder / DIARY, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    place = 0
    for name, save in _list_savers(folder, version).items():
        try:
            save()
        except (OSError, SettingRefused):
            continue
        # Not by `write`: that is the files' own, and may fail.
        place += os.pwrite(diary, f"{name}\n".encode(), place)
    os.close(diary)


def read_diary(folder: Path) -> set[str]:
    """The files that were said to be kept."""
    return set((folder / DIARY).read_text().split())


def read_files(folder: Path) -> Mapping[str, int]:
    """The version that each holds; 0: none that can be used."""
    state, faults = folder / "state", FaultBook()
    shown = ShownFile(state, STORE, SCREEN).load()
    board = NoticeFile(state, STORE).load()
    last_good = LastGood(state, STORE).load(faults)
    tally = MemoryFile(state).load().recall("boots", "weekday-morning", SCREEN)[0]
    return {
        "shown": shown.showings["boots"] if shown else 0,
        "learnt": tally.shown,
        "notices": int(board.store.texts[""]) if board.store else 0,
        "catalogue": int(last_good.etag or 0),
        "shoppers": int(last_good.cursor or 0),
        "token": int(read_token(state / TOKEN_FILE) or 0),
    }


def _list_savers(folder: Path, version: int) -> Mapping[str, Callable[[], None]]:
    state = folder / "state"
    last_good = LastGood(state, STORE)
    shown = ShownRecord(1.7e9, date(2026, 11, 23), 1.7e9, (), (), {"boots": version}, {})
    memory = Memory().note(SCREEN, "boots", "weekday-morning", Tally(version))
    savers = (
        lambda: ShownFile(state, STORE, SCREEN).save(shown),
        lambda: MemoryFile(state).save(memory),
        lambda: NoticeFile(state, STORE).save(Board(store=Bulletin({"": str(version)}))),
        lambda: last_good.save_catalogue(b'{"offers": []}', str(version)),
        lambda: last_good.save_shoppers(str(version), []),
        lambda: keep_token(state / TOKEN_FILE, str(version)),
    )
    return dict(zip(NAMES, savers, strict=True))
