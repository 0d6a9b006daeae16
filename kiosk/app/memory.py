"""What is done for the process's memory, for the screen runs for months on a small machine."""

import gc


def settle_memory() -> None:
    """Let the collector begin its work, and spare it what was loaded at the start: that stays for ever."""
    gc.freeze()
    gc.enable()


def trim_memory() -> None:
    """Give back to the system what the C library keeps for later: after decoding, a whole picture for each thread.

    Source: malloc_trim(3) of glibc; another C library has nothing of the kind.
    """
    import ctypes  # noqa: PLC0415 # 3 ms, for which the first picture must not wait

    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trim:
        trim(0)
