"""What the process costs, by the names that Prometheus's own clients give."""

import os
from pathlib import Path

from kiosk.health.report import Metric, Sample, gauge

_SELF = Path("/proc/self")


def list_process_metrics() -> tuple[Metric, ...]:
    """Processor time, memory, open files and threads of this process. Source: proc(5)."""
    times = os.times()
    resident = int((_SELF / "statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    return (
        Metric(
            "process_cpu_seconds_total", "counter", "Processor time in seconds.", (Sample(times.user + times.system),)
        ),
        gauge("process_resident_memory_bytes", "Memory in bytes.", resident),
        gauge("process_open_fds", "Open files.", _count(_SELF / "fd")),
        gauge("process_threads", "Threads.", _count(_SELF / "task")),
    )


def _count(folder: Path) -> int:
    return sum(1 for _ in folder.iterdir())
