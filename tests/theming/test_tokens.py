from msgspec.structs import asdict

from kiosk.places import find_shipped
from kiosk.theming.package import read_theme


def test_every_token_of_the_shipped_theme_has_a_value() -> None:
    tokens = asdict(read_theme(find_shipped("themes") / "daylight").tokens)
    assert [name for name, value in tokens.items() if value in ("", None)] == []
