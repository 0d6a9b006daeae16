from dataclasses import replace

import pytest
from typing_extensions import override

from kiosk.hub.context import Hub
from kiosk.hub.themes.queue import ShelfClosed
from kiosk.hub.themes.shelf import ShelfTheme
from tests.hub.console.clerk import Clerk
from tests.hub.console.few_themes import FewThemes


class ClosedThemes(FewThemes):
    @override
    def list_themes(self) -> list[ShelfTheme]:
        raise ShelfClosed


@pytest.fixture
def hub(hub: Hub) -> Hub:
    return replace(hub, themes=ClosedThemes())


@pytest.mark.parametrize("path", ["", "/market", "/market/picture"])
def test_who_looks_at_themes_that_cannot_be_drawn_now_is_asked_to_come_again(mara: Clerk, path: str) -> None:
    page = mara.open(f"/console/themes{path}")

    assert (page.status_code, page.headers["Retry-After"]) == (503, "5")
    assert "in ein paar Sekunden noch einmal" in page.text
