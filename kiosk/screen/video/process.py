"""Starts a decoder's process, and ends it whatever it does."""

import subprocess
from collections.abc import Generator
from contextlib import contextmanager
from socket import socket

import msgspec

from kiosk.places import PYTHON
from kiosk.screen.video.job import Job

MODULE = "kiosk.screen.video.decoder_process"


@contextmanager
def run_decoder(job: Job, line: socket, far_end: socket) -> Generator[None]:
    """Have it at the other end of the line until the block ends. Raises `OSError` where no process can be started."""
    with far_end:
        command = (*PYTHON, "-m", MODULE, str(far_end.fileno()), msgspec.json.encode(job).decode())
        # What decoders write repeats what a file says of itself: nobody hears it.
        process = subprocess.Popen(  # noqa: S603 # Python itself, on a module of our own
            command,
            pass_fds=[far_end.fileno()],
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
