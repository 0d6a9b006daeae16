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
    memory = _read_table((process / "smaps_rollup").read_text())
    return Usage(
        cpu_s=(int(stat[_UTIME]) + int(stat[_STIME])) / _TICKS,
        sleeps=sum(_count_sleeps(task) for task in (process / "task").iterdir()),
        rss_mb=memory["Rss"] * 1024 / 1e6,
        pss_mb=memory["Pss"] * 1024 / 1e6,
    )


def read_own_memory_kib() -> int:
    """What this process keeps for itself, in KiB.

    The pages of files do not count, which the kernel drops and reads again as it sees fit. Source: proc(5).
    """
    table = _read_table(Path("/proc/self/status").read_text())
    return table["RssAnon"] + table["RssShmem"]


def list_children(pid: int) -> list[int]:
    """The processes that this one started and that live; raises `OSError` where it is gone."""
    tasks = (Path("/proc") / str(pid) / "task").iterdir()
    return [int(child) for task in tasks for child in _read_thread(task / "children").split()]


def _count_sleeps(task: Path) -> int:
    return _read_table(_read_thread(task / "status")).get("voluntary_ctxt_switches", 0)


def _read_thread(file: Path) -> str:
    """What the kernel says of a thread: nothing, where it ended meanwhile."""
    try:
        return file.read_text()
    except (FileNotFoundError, ProcessLookupError):
        return ""


def _read_table(text: str) -> dict[str, int]:
    """Lines such as `Rss:  1024 kB`; those without a number are left out."""
    rows = (line.partition(":") for line in text.splitlines())
    words = ((name, value.split()) for name, _, value in rows)
    return {name: int(value[0]) for name, value in words if value and value[0].isdigit()}
