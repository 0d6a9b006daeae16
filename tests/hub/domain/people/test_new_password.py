import pytest

from kiosk.hub.domain.people.new_password import find_flaw
from kiosk.hub.domain.people.password import LONGEST
from tests.hub.console.clerk import PASSWORD


@pytest.mark.parametrize("password", [PASSWORD, "zwölf Boxkämpfer jagen", "x7-Qm.Rv2k", "ß" * 9 + "Vj qx Zr"])
def test_what_nobody_guesses_early_is_taken(password: str) -> None:
    assert find_flaw(password, ["mara"]) is None


@pytest.mark.parametrize("password", ["", "x7-Qm.Rv2", "ab" * LONGEST])
def test_what_is_too_short_or_too_long_is_not(password: str) -> None:
    assert find_flaw(password, []) == "length"


@pytest.mark.parametrize(
    "password",
    ["1234567890", "password123", "P4ssw0rd!!", "qwertzuiop", "qwertyuiop", "iloveyou2026", "aaaaaaaaaaaaaaa"],
)
def test_what_is_used_most_is_not_however_it_is_disguised(password: str) -> None:
    assert find_flaw(password, []) == "guessable"


def test_nor_is_what_everybody_knows_of_her() -> None:
    assert find_flaw("Przybyszewska", []) is None
    assert find_flaw("Przybyszewska", ["Mara Przybyszewska"]) == "guessable"


def test_a_text_that_would_take_long_is_looked_at_from_its_beginning() -> None:
    assert find_flaw("aA1" * (LONGEST // 3), []) == "guessable"
    assert find_flaw("zwölf Boxkämpfer jagen " * 40, []) is None
