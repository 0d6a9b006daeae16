"""A fresh box that knows no more than its hub's address, up to its first offers, and what revoking it does."""

import re
import subprocess

from kiosk.shop.hub import RunningHub
from tests.doubles.deadline import repeat_until
from tests.doubles.hub_database import ask
from tests.doubles.running_screen import KIOSK, RunningScreen
from tests.stories.conftest import Fitter


def run_hub(fitter: Fitter, *words: str) -> str:
    database = ("--database", f"sqlite:///{fitter.folder / 'hub' / 'hub.db'}")
    command = (*KIOSK, "hub", "screen", *words, *database)
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout  # noqa: S603 # our own program


def test_a_screen_that_knows_only_its_hub_plays_its_offers_once_its_code_was_approved(
    fitter: Fitter, hub: RunningHub
) -> None:
    screen = fitter.make({"store.id": hub.shop.store, "screen.id": "door", "loyalty.url": hub.url})
    forget_names(screen)
    screen.start()
    repeat_until(lambda: None, lambda: bool(ask(fitter.folder, "SELECT code FROM enrolments")))
    (code,) = ask(fitter.folder, "SELECT code FROM enrolments")
    pid = screen.process.pid

    assert "may come in" in run_hub(fitter, "approve", str(code), "--screen", "door", "--zones", "home")
    screen.await_shown("loop")

    assert screen.process.pid == pid
    assert "the screen is let in, and starts anew" in screen.log
    assert (screen.state / "token").stat().st_mode & 0o777 == 0o600
    assert (screen.state / "token").read_text().strip() not in screen.log
    assert "door" in ask(fitter.folder, "SELECT screen_id FROM screen_states")

    run_hub(fitter, "revoke", "door")
    screen.await_fault("api", "token_refused")
    screen.expect_loop()
    assert screen.process.pid == pid


def forget_names(screen: RunningScreen) -> None:
    """Leave it to the hub to say who this screen is, and where its token goes."""
    kept = re.sub(
        r"^(store\.id|screen\.\w+|store\.key_file|loyalty\.token_file) = .*\n",
        "",
        screen.config.read_text(),
        flags=re.MULTILINE,
    )
    screen.config.write_text(kept)
