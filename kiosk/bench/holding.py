"""What a process holds at one moment, that could grow for ever."""

from msgspec import Struct


class Holding(Struct, frozen=True):
    """After so many changes: the memory of its own in KiB, QObjects, threads, open files."""

    changes: int
    memory_kib: float
    objects: int
    threads: int
    files: int
