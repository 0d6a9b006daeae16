import os
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.bench.process import list_children, read_usage


def test_a_process_costs_time_and_memory() -> None:
    before = read_usage(os.getpid())
    while read_usage(os.getpid()).cpu_s == before.cpu_s:
        sum(range(10_000))

    assert before.rss_mb > 5
    assert 0 < before.pss_mb <= before.rss_mb


def test_a_process_that_sleeps_is_seen_to_sleep() -> None:
    assert read_usage(os.getpid()).sleeps >= 0


def test_a_process_that_is_gone_costs_nothing_more() -> None:
    nobody = int(Path("/proc/sys/kernel/pid_max").read_text(encoding="ascii")) + 1

    with pytest.raises(OSError, match=str(nobody)):
        read_usage(nobody)


def test_what_a_process_started_is_found() -> None:
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as child:
        assert child.pid in list_children(os.getpid())
    assert child.pid not in list_children(os.getpid())
