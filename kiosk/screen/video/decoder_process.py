"""The process that plays one video: `python -m kiosk.screen.video.decoder_process LINE JOB`.

Whatever a file does to its decoder, hang, crash or take all memory, happens here, and the loop plays on. LINE is the
descriptor of the socket over which frames go out, JOB a `Job` as JSON.
"""

import resource
import sys
from socket import socket

import msgspec

from kiosk.screen.binding import load_binding
from kiosk.screen.video.job import Job

MOST_MEMORY = 3 << 30
"""In bytes of address space; a 720p video takes a third of it."""


def main(arguments: list[str]) -> int:
    """Play until the other side hangs up."""
    line, job = arguments
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    load_binding()
    from kiosk.screen.video.decoder import play  # noqa: PLC0415 # after the call above: quicker, and 12 MB less

    return play(socket(fileno=int(line)), msgspec.json.decode(job, type=Job))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
