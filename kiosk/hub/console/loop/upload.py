"""A file that somebody puts into the loop becomes a picture or a video of it, by what it is and not by its name."""

from pathlib import Path
from typing import BinaryIO, Literal

from msgspec import Struct

from kiosk.contract.video import VideoFlaw, VideoRefused
from kiosk.hub.console.form.form import Side
from kiosk.hub.console.loop.video_file import NoRoom, keep_video
from kiosk.hub.models.catalogue.picture import Picture

_STEM = "loop"
_NO_KIND, _NO_ROOM = "upload_none", "video_no_room"


class UploadRefused(Exception):
    """No screen could show it; `phrase` is the name of the complaint that says why."""

    def __init__(self, phrase: str) -> None:
        super().__init__(phrase)
        self.phrase = phrase


class Upload(Struct, frozen=True):
    """What now lies in the media folder; `seconds` is a video's own length."""

    kind: Literal["image", "video"]
    media: Picture
    seconds: float | None = None


def take_upload(file: BinaryIO, folder: Path, side: Side | None = None) -> Upload:
    """Keep it in the folder; a picture must be of this side, where one is named. Raises `UploadRefused`."""
    from kiosk.hub.console.offers.picture_file import Flaw, PictureRefused, read_picture  # noqa: PLC0415 # Pillow is slow to load

    try:
        picture = read_picture(file, side)
    except PictureRefused as refused:
        if refused.flaw is Flaw.NO_PICTURE:
            return _take_video(file, folder)
        raise UploadRefused(refused.flaw) from refused
    media = Picture(name=picture.save(folder, _STEM), sha256=picture.sha256, bytes=len(picture.content))
    return Upload("image", media)


def _take_video(file: BinaryIO, folder: Path) -> Upload:
    try:
        video = keep_video(file, folder, _STEM)
    except VideoRefused as refused:
        is_other = refused.flaw is VideoFlaw.NO_VIDEO
        raise UploadRefused(_NO_KIND if is_other else f"video_{refused.flaw}") from refused
    except NoRoom as full:
        raise UploadRefused(_NO_ROOM) from full
    return Upload("video", Picture(name=video.name, sha256=video.sha256, bytes=video.bytes), video.seconds)
