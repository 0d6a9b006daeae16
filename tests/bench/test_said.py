import pytest
from msgspec import json

from kiosk.bench.said import Said, say


def test_what_is_said_is_one_line_that_can_be_read_again(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    say(Said("put", 1.5))
    say(Said("shown", 2.5, 2.0, "o-1", "loop"))

    lines = capfdbinary.readouterr().out.splitlines()
    assert [json.decode(line, type=Said) for line in lines] == [
        Said("put", 1.5),
        Said("shown", 2.5, 2.0, "o-1", "loop"),
    ]
