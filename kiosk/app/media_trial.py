"""Tries out what came before it is ever shown: some flaws are found by a decoder alone, in a process that may fail."""

from importlib.util import find_spec
from pathlib import Path

from kiosk.contract.video import VideoFlaw
from kiosk.loyalty.failure import Flaw, MediaRefused
from kiosk.loyalty.media import Kind


def try_media(path: Path, kind: Kind) -> None:
    """Look at what the file says of itself, and then try to decode it. Raises `MediaRefused`."""
    from kiosk.loyalty.media_check import check_media  # noqa: PLC0415 # a screen that has its pictures needs no Pillow

    check_media(path, kind)
    flaw = find_decoding_flaw(path, kind)
    if flaw:
        raise MediaRefused(flaw)


def find_decoding_flaw(path: Path, kind: Kind) -> Flaw | VideoFlaw | None:
    """Why this machine cannot show it; `None`: it can. Takes a second at times, and at worst a minute."""
    return _try_video(path) if kind == "video" else _try_picture(path)


def _try_video(path: Path) -> VideoFlaw | None:
    if find_spec("PySide6.QtMultimedia") is None:
        return VideoFlaw.NO_PLAYER
    from kiosk.screen.video.examination import examine_video  # noqa: PLC0415 # only where there is a video
    from kiosk.screen.video.limits import tell_most_pixels  # noqa: PLC0415 # as said above

    return examine_video(path, tell_most_pixels())


def _try_picture(path: Path) -> Flaw | None:
    """The kinds that are neither are decoded by Qt, which bounds what they may take."""
    from kiosk.screen.images.avif import can_unpack, is_avif  # noqa: PLC0415 # whoever checks a list needs no Qt
    from kiosk.screen.images.drawing import can_draw, is_drawing  # noqa: PLC0415 # as said above

    if is_avif(path):
        return None if can_unpack(path) else Flaw.NOT_DECODED
    return Flaw.NOT_DECODED if is_drawing(path) and not can_draw(path) else None
