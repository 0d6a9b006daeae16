import os
import subprocess
import sys
from mmap import PROT_READ, mmap
from pathlib import Path
from threading import Event, Thread

import pytest

from kiosk.bench.process import list_children, read_own_memory_kib, read_usage


def test_a_process_costs_time_and_memory() -> None:
    before = read_usage(os.getpid())
    while read_usage(os.getpid()).cpu_s == before.cpu_s:
        sum(range(10_000))

    assert before.rss_mb > 5
    assert 0 < before.pss_mb <= before.rss_mb


def test_a_process_that_sleeps_is_seen_to_sleep() -> None:
    assert read_usage(os.getpid()).sleeps >= 0


def test_threads_that_end_while_they_are_counted_are_no_error() -> None:
    is_enough = Event()

    def begin_and_end() -> None:
        while not is_enough.is_set():
            threads = [Thread(target=int) for _ in range(10)]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()

    crowd = Thread(target=begin_and_end)
    crowd.start()
    try:
        assert all(read_usage(os.getpid()).sleeps >= 0 for _ in range(300))
    finally:
        is_enough.set()
        crowd.join()


def test_memory_of_its_own_is_what_it_wrote_and_not_what_it_reads_of_files(tmp_path: Path) -> None:
    content = b"\1" * 20_000_000
    (tmp_path / "file").write_bytes(content)
    before = read_own_memory_kib()
    with (tmp_path / "file").open("rb") as file, mmap(file.fileno(), 0, prot=PROT_READ) as pages:
        assert sum(pages[::4096]) == len(content[::4096])
        mapped = read_own_memory_kib()
        copy = bytearray(content)
        written = read_own_memory_kib()

    assert mapped - before < 5_000
    assert written - mapped > 15_000, len(copy)


def test_a_process_that_is_gone_costs_nothing_more() -> None:
    nobody = int(Path("/proc/sys/kernel/pid_max").read_text(encoding="ascii")) + 1

    with pytest.raises(OSError, match=str(nobody)):
        read_usage(nobody)


def test_what_a_process_started_is_found() -> None:
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as child:
        assert child.pid in list_children(os.getpid())
    assert child.pid not in list_children(os.getpid())
