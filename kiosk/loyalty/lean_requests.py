"""Loads `requests` without the library that it brings along to guess a text's encoding."""

import importlib
import sys
import warnings

GUESSER = "charset_normalizer"


def load_requests() -> None:
    """Call this before anything else imports `requests`, and it takes 4 MB less.

    Everything that is fetched here is read as bytes, whose encoding the contract says. `requests` runs without the
    guesser, and warns of it. Source: `_resolve_char_detection` in `requests/compat.py`.
    """
    if GUESSER in sys.modules:
        return
    sys.modules[GUESSER] = None  # type: ignore[assignment] # so Python is told that there is no such module
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            importlib.import_module("requests")
    finally:
        del sys.modules[GUESSER]
