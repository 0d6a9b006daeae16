"""Starts a decoder's process, and ends it whatever it does."""

import os
import subprocess
from collections.abc import Generator
from contextlib import contextmanager
from socket import socket

import msgspec

from kiosk.places import PYTHON
from kiosk.screen.video.job import Job

MODULE = "kiosk.screen.video.decoder_process"

ALONE = {
    "QT_FFMPEG_PROTOCOL_WHITELIST": "file",
    "MALLOC_ARENA_MAX": "1",
    "MALLOC_MMAP_THRESHOLD_": "1000000",
}
"""It opens nothing but files, and gives back at once the memory of each picture; that is said before it begins.

Source: mallopt(3) of glibc; another C library has nothing of the kind.
"""


@contextmanager
def run_decoder(job: Job, line: socket, far_end: socket) -> Generator[None]:
    """Have it at the other end of the line until the block ends. Raises `OSError` where no process can be started."""
    with far_end:
        command = (*PYTHON, "-m", MODULE, str(far_end.fileno()), msgspec.json.encode(job).decode())
        # What decoders write repeats what a file says of itself: nobody hears it.
        process = subprocess.Popen(  # noqa: S603 # Python itself, on a module of our own
            command,
            pass_fds=[far_end.fileno()],
            env={**os.environ, **ALONE},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
    try:
        yield
    finally:
        process.kill()
        process.wait()
        line.close()
