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
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        sys.modules.setdefault(GUESSER, None)  # type: ignore[arg-type] # how Python itself is told: there is no such module
        try:
            importlib.import_module("requests")
        finally:
            if sys.modules[GUESSER] is None:
                del sys.modules[GUESSER]
