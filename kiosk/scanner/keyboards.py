"""Which keyboards the kernel knows: a scanner that types is one of them."""

from pathlib import Path

DEVICES = Path("/proc/bus/input/devices")


def list_keyboards(text: str) -> list[str]:
    """The names of those that type, of what the kernel says in this text.

    Source: Linux, drivers/input/input.c, `input_devices_seq_show`: a block for each device, in it `N: Name="..."` and
    `H: Handlers=...`, among which `kbd` stands where it has keys, and `sysrq` where those are a keyboard's.
    """
    return [name for name, handlers in map(_read_block, text.split("\n\n")) if {"kbd", "sysrq"} <= handlers]


def _read_block(block: str) -> tuple[str, frozenset[str]]:
    lines = dict(line.split(": ", 1) for line in block.splitlines() if ": " in line)
    name = lines.get("N", "").removeprefix("Name=").strip('"')
    return name, frozenset(lines.get("H", "").removeprefix("Handlers=").split())
