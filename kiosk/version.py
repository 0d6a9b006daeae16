"""Which version this is: looked up here, since asking the package index costs the first picture 40 ms."""

from datetime import UTC, datetime

VERSION = "0.1.0"
BUILT = datetime(2026, 11, 1, tzinfo=UTC)
"""No true clock shows an earlier time than the one at which this program was written."""
