import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from kiosk.contract.video import VideoFlaw
from kiosk.screen.video.clip import Video
from kiosk.screen.video.opening import open_video
from tests.doubles.mounts import cover_glass
from tests.doubles.notebook import Notebook
from tests.doubles.videos import GREEN


@pytest.mark.usefixtures("application")
def test_frames_are_as_large_as_the_glass() -> None:
    frames, flaws = Notebook[QImage](), Notebook[VideoFlaw]()
    mount = cover_glass(QSize(96, 54))
    player = open_video(Video("a", GREEN), mount, frames.write, flaws.write, sound=False)
    frames.wait_until(bool)
    player.close()
    player.join()
    assert frames.read()[0].size() == mount.glass
