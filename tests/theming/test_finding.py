from kiosk.theming.finding import Finding, ThemeRefused

PRICE = Finding("theme.toml: type.price", "is not allowed")


def test_a_refusal_says_theme_file_key_and_reason() -> None:
    assert str(ThemeRefused("dusk", [PRICE])) == "dusk/theme.toml: type.price: is not allowed"


def test_a_reason_of_the_whole_theme_needs_no_file() -> None:
    assert str(ThemeRefused("dusk", [Finding("", "more than 64 files")])) == "dusk: more than 64 files"


def test_of_several_the_first_is_said_and_all_are_kept() -> None:
    refused = ThemeRefused("dusk", [PRICE, PRICE])
    assert str(refused).endswith("is not allowed (and 1 more: `kiosk theme check` lists them)")
    assert refused.findings == (PRICE, PRICE)
