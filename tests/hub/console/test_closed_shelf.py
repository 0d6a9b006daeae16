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


@pytest.mark.parametrize("path", ["", "/market"])
def test_a_page_of_themes_that_cannot_be_read_now_comes_again_by_itself(mara: Clerk, path: str) -> None:
    page = mara.open(f"/console/themes{path}")

    assert (page.status_code, page.headers["Retry-After"], page.headers["Refresh"]) == (503, "5", "5")
    assert "lädt sich gleich von selbst neu" in page.text


def test_what_was_sent_is_not_sent_again_by_itself(mara: Clerk) -> None:
    page = mara.fill_in("/console/notice", {"intent": "look"}, at="/console/themes/market")

    assert (page.status_code, page.headers.get("Refresh")) == (503, None)
    assert "in ein paar Sekunden noch einmal" in page.text
