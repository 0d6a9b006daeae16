"""nfcpy's log names every card by its id: it must stay silent, whatever the program's own log level."""

import logging

_SOURCES = ("nfc", "ndef")
_NEVER = logging.CRITICAL + 1


def silence_libraries() -> None:
    """Cut off the loggers of nfcpy and ndeflib with all their children; importing them must come before."""
    for source in _SOURCES:
        logger = logging.getLogger(source)
        logger.setLevel(_NEVER)
        logger.propagate = False
