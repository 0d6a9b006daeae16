import argparse
from datetime import datetime

import pytest

from kiosk.cli.arguments import parse_time


def test_a_time_is_typed_without_offset() -> None:
    assert parse_time("2026-12-24T19:00") == datetime.fromisoformat("2026-12-24T19:00")


@pytest.mark.parametrize("text", ["2026-12-24T19:00Z", "19:00", "tomorrow", ""])
def test_what_is_none_is_refused(text: str) -> None:
    with pytest.raises(argparse.ArgumentTypeError):
        parse_time(text)
