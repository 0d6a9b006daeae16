import pytest

from kiosk.screen.text.numbers import join_numbers


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("Rhabarberschorle 0,5 l", "Rhabarberschorle 0,5\u00a0l"),
        ("Kasse 3 öffnet in 10 Minuten", "Kasse\u00a03 öffnet in 10\u00a0Minuten"),
        ("Earl Grey, lose", "Earl Grey, lose"),
        ("", ""),
    ],
)
def test_no_line_ends_between_a_number_and_its_noun(text: str, joined: str) -> None:
    assert join_numbers(text) == joined
