import subprocess
import sys
from socket import socketpair

import psutil

from kiosk.screen.video import decoder_process
from kiosk.screen.video.job import Job
from kiosk.screen.video.process import run_decoder
from kiosk.screen.video.wire import Kind, receive_head
from tests.doubles.decoders import list_decoders
from tests.doubles.videos import GREEN


def test_it_may_take_so_much_memory_and_no_more() -> None:
    line, far_end = socketpair()
    line.settimeout(30)
    with run_decoder(Job(str(GREEN), 1 << 20), line, far_end):
        assert receive_head(line)[0] is Kind.FRAME
        (decoder,) = list_decoders()
        assert decoder.rlimit(psutil.RLIMIT_AS) == (decoder_process.MOST_MEMORY, decoder_process.MOST_MEMORY)


def test_it_loads_qt_only_once_it_runs() -> None:
    look = f"import sys, {decoder_process.__name__}; sys.exit('PySide6' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", look], check=False).returncode == 0  # noqa: S603 - our own Python
