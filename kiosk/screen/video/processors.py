"""On how many processors a video is decoded: FFmpeg takes all there are, and holds pictures for each."""

import os
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path

PIXELS_EACH = 1280 * 720
"""A video of so many pixels takes a tenth of one processor."""

_THREADS = Path("/proc/self/task")


@contextmanager
def narrow_decoding(pixels: int) -> Generator[None]:
    """In this block FFmpeg counts only as many processors as a video of so many pixels is worth.

    A codec that is opened by the calling thread has one thread for the first of them, and two more for the second.
    Each holds pictures of its own: five megabytes at 1280x720. Nothing else tells it how many to take. Source: FFmpeg's
    `av_cpu_count`, which asks sched_getaffinity(2). Afterwards all threads may run everywhere again.
    """
    every = os.sched_getaffinity(0)
    os.sched_setaffinity(0, sorted(every)[: 1 + (pixels - 1) // PIXELS_EACH])
    try:
        yield
    finally:
        for thread in _THREADS.iterdir():
            with suppress(ProcessLookupError):  # it ended meanwhile
                os.sched_setaffinity(int(thread.name), every)
