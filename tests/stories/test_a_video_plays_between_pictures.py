"""A manager drops a video into the folder: it plays in its turn, and a decoder that dies takes nothing else with it."""

from pathlib import Path

from tests.doubles.decoders import list_decoders
from tests.doubles.pictures import draw_picture
from tests.doubles.running_screen import RunningScreen
from tests.doubles.videos import GREEN
from tests.stories.conftest import Fitter


def await_item(screen: RunningScreen, name: str, since: int) -> None:
    screen.await_said("shown", lambda said: bool(said["item"] == f"folder:{name}"), since)


def test_a_video_plays_in_its_turn_and_is_passed_over_once_its_decoder_dies(fitter: Fitter, tmp_path: Path) -> None:
    folder = tmp_path / "loop"
    folder.mkdir()
    (folder / "1.png").write_bytes(draw_picture(colour="red", size=(64, 36)))
    (folder / "2.mp4").write_bytes(GREEN.read_bytes())
    (folder / "playlist.toml").write_text("seconds = 1\n")
    screen = fitter.make({"loop.folder": str(folder), "loop.replaces": True, "nfc.device": "none"})
    screen.open()
    for name in ("2.mp4", "1.png", "2.mp4"):
        await_item(screen, name, screen.mark())
    since = screen.mark()
    for decoder in list_decoders(of_others=True):
        decoder.kill()
    screen.await_fault("media", "unavailable", since)
    await_item(screen, "1.png", since)
    assert screen.end() == 0
