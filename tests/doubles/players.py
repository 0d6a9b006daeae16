"""A player of videos that plays none: the test says when a frame comes, and reads what was asked for."""

from dataclasses import dataclass, field

from PySide6.QtGui import QColor, QImage

from kiosk.contract.video import VideoFlaw
from kiosk.screen.video.clip import TakeFlaw, TakeFrame, Video


@dataclass
class PretendPlayer:
    video: Video
    on_frame: TakeFrame
    on_failed: TakeFlaw
    asked: list[str] = field(default_factory=list[str])

    def play(self) -> None:
        self.asked.append("play")

    def repeat(self) -> None:
        self.asked.append("repeat")

    def close(self) -> None:
        self.asked.append("close")

    def give_frame(self, colour: str = "green") -> None:
        frame = QImage(4, 4, QImage.Format.Format_RGB32)
        frame.fill(QColor(colour))
        self.on_frame(frame)

    def fail(self) -> None:
        self.on_failed(VideoFlaw.NO_FRAME)


@dataclass
class Projection:
    """Opens such players, and knows all that it opened."""

    players: list[PretendPlayer] = field(default_factory=list[PretendPlayer])

    def open(self, video: Video, on_frame: TakeFrame, on_failed: TakeFlaw) -> PretendPlayer:
        self.players.append(PretendPlayer(video, on_frame, on_failed))
        return self.players[-1]

    def list_playing(self) -> list[str]:
        """The videos whose players are not closed."""
        return [player.video.sha256 for player in self.players if "close" not in player.asked]
