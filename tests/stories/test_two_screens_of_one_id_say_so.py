"""A settings file that was copied: two screens of one id, between which the broker cannot choose."""

from tests.doubles.running_screen import RunningScreen
from tests.stories.conftest import Fitter


def test_two_screens_of_one_id_say_so_and_play_on(fitter: Fitter) -> None:
    screen = fitter.make()
    screen.open()
    folder = fitter.folder / "other"
    folder.mkdir()
    files = {name: str(fitter.folder / str(fitter.settings[name])) for name in ("store.key_file", "loyalty.token_file")}
    settings = {**fitter.settings, **files, "screen.id": screen.name, "nfc.device": "none"}
    other = RunningScreen(folder, f"{screen.name}-2", screen.broker, settings)
    fitter.screens.append(other)

    other.start()
    screen.await_fault("broker", "same_id")
    screen.expect_loop()
