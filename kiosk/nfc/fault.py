"""What keeps the reader from working, as the short codes that the status topic carries."""

import errno

READER_GONE = "reader_gone"
READER_DENIED = "reader_denied"
READER_BUSY = "reader_busy"
NO_STORE_KEY = "no_store_key"

_CODES = {
    errno.EACCES: READER_DENIED,
    errno.EPERM: READER_DENIED,
    errno.EBUSY: READER_BUSY,
}


def name_fault(error: Exception) -> str:
    """The code for whatever nfcpy raised: no permission, taken by a kernel driver or program, or not there."""
    return _CODES.get(error.errno or 0, READER_GONE) if isinstance(error, OSError) else READER_GONE
