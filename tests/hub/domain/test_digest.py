import pytest

from kiosk.hub.domain.digest import digest, is_hash


def test_a_digest_is_always_the_same() -> None:
    assert digest("a") == digest("a") != digest("b")


@pytest.mark.parametrize(("text", "is_one"), [("a" * 64, True), ("A" * 64, False), ("a" * 63, False), ("", False)])
def test_a_hash_is_64_lower_case_hex_digits(text: str, *, is_one: bool) -> None:
    assert is_hash(text) == is_one


def test_a_digest_is_a_hash() -> None:
    assert is_hash(digest("a"))
