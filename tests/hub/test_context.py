from datetime import UTC

from kiosk.hub.context import mint_token, read_clock


def test_the_clock_is_aware() -> None:
    assert read_clock().tzinfo is UTC


def test_no_token_comes_twice() -> None:
    tokens = {mint_token() for _ in range(100)}

    assert len(tokens) == 100
    assert min(len(token) for token in tokens) >= 43
