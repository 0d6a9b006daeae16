"""A notice as it stands on the glass, drawn by the screens' own program while somebody writes it."""

from collections.abc import Mapping

from kiosk.contract.notice_text import LONGEST
from kiosk.hub.console.drawing import list_drawings
from kiosk.hub.console.notices.notice_form import join_words
from kiosk.hub.mqtt.messages import LEVELS
from kiosk.hub.themes.shelf import ThemeShelf


def list_pictures(themes: ThemeShelf, texts: Mapping[str, str]) -> dict[str, str]:
    """Where its pictures are, by side; none where no screen would show it."""
    told = list(join_words(texts).values())
    if not told or texts["level"] not in LEVELS or max(map(len, told)) > LONGEST:
        return {}
    return list_drawings(themes.order_notice(told, texts["level"]), "notice")
