"""What a running process costs, as Linux counts it."""

import os
from dataclasses import dataclass
from pathlib import Path

_TICKS = os.sysconf("SC_CLK_TCK")
_UTIME, _STIME = 11, 12
"""Places in /proc/PID/stat after the name. Source: proc(5)."""


@dataclass(frozen=True, slots=True)
class Usage:
    """Processor seconds and voluntary sleeps so far, and memory now in 10^6 bytes: resident, and its fair share."""

    cpu_s: float
    sleeps: int
    rss_mb: float
    pss_mb: float


def read_usage(pid: int) -> Usage:
    """Of this process and all its threads; raises `OSError` where it is gone."""
    process = Path("/proc") / str(pid)
    stat = (process / "stat").read_text().rpartition(")")[2].split()
    memory = _read_table(process / "smaps_rollup")
    sleeps = [_read_table(task / "status")["voluntary_ctxt_switches"] for task in (process / "task").iterdir()]
    return Usage(
        cpu_s=(int(stat[_UTIME]) + int(stat[_STIME])) / _TICKS,
        sleeps=sum(sleeps),
        rss_mb=memory["Rss"] * 1024 / 1e6,
        pss_mb=memory["Pss"] * 1024 / 1e6,
    )


def list_children(pid: int) -> list[int]:
    """The processes that this one started and that live; raises `OSError` where it is gone."""
    tasks = (Path("/proc") / str(pid) / "task").iterdir()
    return [int(child) for task in tasks for child in (task / "children").read_text().split()]


def _read_table(file: Path) -> dict[str, int]:
    """Lines such as `Rss:  1024 kB`; those without a number are left out."""
    rows = (line.partition(":") for line in file.read_text().splitlines())
    words = ((name, value.split()) for name, _, value in rows)
    return {name: int(value[0]) for name, value in words if value and value[0].isdigit()}
