"""`requests` is loaded without what nobody here needs, and quietly."""

import subprocess
import sys

ASK = """
from kiosk.loyalty.lean_requests import load_requests
load_requests()
import sys
import kiosk.loyalty.transport
print(sorted(name for name in sys.modules if name.startswith(("requests.sessions", "charset_normalizer"))))
import charset_normalizer
"""


def test_the_guesser_is_not_loaded_and_stays_there_for_others() -> None:
    """In a process of its own: this one may have loaded it long ago."""
    asked = subprocess.run([sys.executable, "-W", "error", "-c", ASK], capture_output=True, text=True, check=False)  # noqa: S603 - our own words
    assert (asked.returncode, asked.stdout, asked.stderr) == (0, "['requests.sessions']\n", "")


AGAIN = """
import sys
import charset_normalizer
from kiosk.loyalty.lean_requests import load_requests
load_requests()
assert sys.modules["charset_normalizer"] is charset_normalizer
"""


def test_a_guesser_that_was_loaded_before_stays() -> None:
    """What others use is not taken away."""
    subprocess.run([sys.executable, "-c", AGAIN], check=True)  # noqa: S603 - our own words
