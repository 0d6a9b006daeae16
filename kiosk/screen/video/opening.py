"""Opens the player of a video for one glass. Imported with the first video, for it loads what starts processes."""

from kiosk.screen.images.mount import Mount
from kiosk.screen.video.clip import TakeFlaw, TakeFrame, Video
from kiosk.screen.video.job import Job
from kiosk.screen.video.limits import fit_frames, tell_most_pixels
from kiosk.screen.video.player import Player


def open_video(video: Video, mount: Mount, on_frame: TakeFrame, on_failed: TakeFlaw, *, sound: bool) -> Player:
    """Hold it at its first frame; the callables are the player's."""
    size = fit_frames(mount.glass)
    job = Job(
        path=str(video.path),
        most_pixels=tell_most_pixels(),
        mode="sound" if sound else "silent",
        glass=(size.width(), size.height()),
        ground=mount.ground.name(),
    )
    return Player(job, on_frame, on_failed)
