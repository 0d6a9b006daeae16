"""Bad input: a full disk. The state lies on a small disk of the screen's own, which the story fills up."""

import shutil
import subprocess
from pathlib import Path
from threading import Event

import pytest

from kiosk.shop.card import make_sticker
from kiosk.shop.field import PretendReaderField
from tests.doubles.deadline import wait_until
from tests.doubles.loyalty_faults import Fault
from tests.doubles.loyalty_server import LoyaltyServer
from tests.doubles.running_screen import KIOSK, RunningScreen
from tests.stories.conftest import Fitter

DISK_BYTES = 2_000_000
FIRST = make_sticker(bytes.fromhex("04a1b2c3d4e5f6"))
SECOND = make_sticker(bytes.fromhex("04a1b2c3d4e5f7"))

# In a namespace of its own the screen may mount a disk without being root, and it goes with the screen.
_ALONE = (shutil.which("unshare") or "unshare", "--user", "--map-root-user", "--mount")


def can_mount() -> bool:
    command = (*_ALONE, "mount", "-t", "tmpfs", "none", "/mnt")
    return subprocess.run(command, check=False, capture_output=True).returncode == 0  # noqa: S603 # our own choice


@pytest.fixture
def screen(fitter: Fitter) -> RunningScreen:
    state = fitter.folder / "state"
    state.mkdir()
    mount = f"mount -t tmpfs -o size={DISK_BYTES} none '{state}' && exec \"$@\""
    screen = fitter.make(command=(*_ALONE, "sh", "-c", mount, "sh", *KIOSK))
    screen.open()
    return screen


def see_disk(screen: RunningScreen) -> Path:
    """The state folder as the screen itself sees it."""
    return Path(f"/proc/{screen.process.pid}/root") / screen.state.relative_to("/")


def fill(disk: Path) -> Path:
    ballast = disk / "ballast"
    with pytest.raises(OSError, match="No space left"):
        ballast.write_bytes(bytes(DISK_BYTES))
    return ballast


@pytest.mark.skipif(not can_mount(), reason="this machine lets nobody mount a small disk")
def test_a_full_disk_keeps_the_loop_and_tells_the_shopper(
    screen: RunningScreen, server: LoyaltyServer, reader: PretendReaderField
) -> None:
    ballast = fill(see_disk(screen))
    refused = screen.tap(reader, FIRST)
    screen.await_fault("outbox", "not_saved")
    screen.expect_loop()
    ballast.unlink()
    tap = screen.tap(reader, SECOND)
    server.wait_for(lambda: len(server.bookmarks) == 1)
    screen.await_health()

    assert (refused["outcome"], refused["bookmark"]) == ("refused", None)
    assert tap["outcome"] == "saved"
    assert server.posts == [tap["bookmark"]]


@pytest.mark.skipif(not can_mount(), reason="this machine lets nobody mount a small disk")
def test_what_is_delivered_while_the_disk_is_full_is_delivered_once(
    screen: RunningScreen, server: LoyaltyServer, reader: PretendReaderField
) -> None:
    disk_is_full = Event()
    server.fail_always("/v1/bookmarks", Fault(hold=disk_is_full))
    tap = screen.tap(reader, FIRST)
    screen.await_said("status", lambda said: bool(said["outbox"]["waiting"] == 1))
    ballast = fill(see_disk(screen))
    disk_is_full.set()
    wait_until(lambda: "outbox.db cannot be used" in screen.log)
    screen.expect_loop()
    ballast.unlink()
    screen.await_health()

    assert server.posts == [tap["bookmark"]]
    assert list(server.bookmarks) == [tap["bookmark"]]
