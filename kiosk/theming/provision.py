"""What a screen must be given to wear a theme of one's own: the theme, and those of one's own that it extends."""

from collections.abc import Mapping

from kiosk.theming.bundle import Bundle
from kiosk.theming.package import compose_theme
from kiosk.theming.shelf import Shelf


def list_provisions(shelf: Shelf, name: str, given: Mapping[str, object]) -> list[Bundle]:
    """The bundles that do not ship with the program. Raises `FileRefused` where no screen would wear the theme."""
    bundles = [shelf.find_bundle(name)]

    def find_base(base: str) -> Bundle:
        bundles.append(shelf.find_bundle(base))
        return bundles[-1]

    compose_theme(bundles[0], given, find_base, [])
    return [bundle for bundle in bundles if not shelf.ships(bundle.name)]
