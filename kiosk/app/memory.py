"""What is done for the process's memory, for the screen runs for months on a small machine."""

import gc

M_TRIM_THRESHOLD = -1
M_MMAP_THRESHOLD = -3
LARGE_BYTES = 1024 * 1024
"""Whatever is larger gets memory of its own: a picture takes 8 MB, nothing else comes near a tenth of it."""


def settle_memory() -> None:
    """Let the collector begin its work, and spare it what was loaded at the start: that stays for ever.

    What the start left as garbage goes before, for nobody would ever look at it again: half a megabyte.

    From now on the C library gives back what is freed. Left alone, it takes the size of the largest block ever freed,
    a whole picture, for what it may keep for later. Source: mallopt(3) and malloc_trim(3) of glibc; another C library
    has nothing of the kind.
    """
    import ctypes  # noqa: PLC0415 # 3 ms, for which the first picture must not wait

    gc.collect()
    gc.freeze()
    gc.enable()
    library = ctypes.CDLL(None)
    if hasattr(library, "mallopt"):
        library.mallopt(M_MMAP_THRESHOLD, LARGE_BYTES)
        library.mallopt(M_TRIM_THRESHOLD, LARGE_BYTES)


def trim_memory() -> None:
    """Give back to the system what the C library keeps for later: after decoding, a whole picture for each thread.

    Source: malloc_trim(3) of glibc; another C library has nothing of the kind.
    """
    import ctypes  # noqa: PLC0415 # as above

    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trim:
        trim(0)
