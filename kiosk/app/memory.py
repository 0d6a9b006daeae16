"""What is done for the process's memory once everything is loaded, for the screen runs for months."""

import gc


def settle_memory() -> None:
    """Let the collector begin its work, and spare it what was loaded at the start: that stays for ever."""
    gc.freeze()
    gc.enable()
