"""A shelf of two made-up themes, which are judged and drawn at once."""

from collections.abc import Mapping

from typing_extensions import override

from kiosk.hub.themes.shelf import Clash, Finding, Pictures, ShelfTheme, ThemeOption, ThemeShelf, Value

WEBP = b"RIFF\x04\x00\x00\x00WEBP"
STALL = ShelfTheme(
    "stall",
    "Stall",
    {
        "tag": ThemeOption("colour", {"de": "Preisschild", "en": "Price tag"}, "#cf1420", {"de": "Rot"}),
        "round": ThemeOption("number", {"de": "Runde Ecken"}, 20.0, min=0, max=48, step=4),
        "loud": ThemeOption("boolean", {"de": "Laut"}, default=True),
        "side": ThemeOption(
            "choice",
            {"de": "Seite"},
            "left",
            choices={"left": "left", "right": "right"},
            titles={"left": {"de": "Links", "en": "Left"}},
        ),
        "motto": ThemeOption("text", {"de": "Motto"}, "Griaß di", most=40),
    },
)
TORN = ShelfTheme("torn", "Torn", {}, "torn/theme.toml: type.price: is not allowed")
PALE = "#ffffff"


class FewThemes(ThemeShelf):
    """Refuses a tag as pale as the figures on it, and corners that are no number up to 48."""

    @override
    def list_themes(self) -> list[ShelfTheme]:
        return [STALL, TORN]

    @override
    def judge(self, name: str, values: Mapping[str, Value]) -> tuple[Finding, ...]:
        found: list[Finding] = []
        if values["tag"] == PALE:
            clash = Clash("figures", "plate", 1.04, 4.5)
            found += [Finding("theme.toml: meaning.figures", "does not read", clash)] * 2
        corners = values["round"]
        if not isinstance(corners, float) or not 0 <= corners <= 48:
            found.append(Finding("theme.toml: options.round", "the value is not allowed"))
        return tuple(found)

    @override
    def pack(self, name: str, values: Mapping[str, Value]) -> Mapping[str, bytes]:
        return {"stall": f"PK {values['tag']}".encode()}

    @override
    def deliver(self, name: str) -> Pictures:
        order = self.find_order(name)
        return dict.fromkeys((f"{order.words[0]}-landscape", f"{order.words[0]}-portrait"), WEBP) if order else {}

    @override
    def draw(self, name: str, values: Mapping[str, Value], language: str) -> Pictures:
        names = ("offer-landscape", "kept-landscape", "offer-portrait")
        return {} if self.judge(name, values) else dict.fromkeys(names, WEBP)
