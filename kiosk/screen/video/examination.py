"""Has a video looked at before it may play: its beginning and its end, in a process of its own and in bounded time."""

from pathlib import Path
from socket import socketpair

from kiosk.contract.video import VideoFlaw
from kiosk.screen.video.job import Job
from kiosk.screen.video.process import run_decoder
from kiosk.screen.video.wire import Kind, LineClosed, read_refusal, receive_head

LOOK_S = 20.0
"""On a quiet machine it takes half a second."""


def examine_video(path: Path, most_pixels: int, look_s: float = LOOK_S) -> VideoFlaw | None:
    """Why no decoder of this machine can play it; `None`: it can. Takes its time: call it where nobody waits."""
    line, far_end = socketpair()
    line.settimeout(look_s)
    try:
        with run_decoder(Job(str(path), most_pixels, "examine"), line, far_end):
            kind, length = receive_head(line)
            return read_refusal(line, length) if kind is Kind.REFUSED else _judge(kind)
    except (LineClosed, OSError):
        return VideoFlaw.NO_FRAME


def _judge(kind: Kind) -> VideoFlaw | None:
    return None if kind is Kind.WHOLE else VideoFlaw.NO_FRAME
