"""Proves that a picture of the screens' own program comes to the page that shows it, however long it is drawn."""

from dataclasses import replace

import pytest
from playwright.sync_api import Page, expect
from typing_extensions import override

from kiosk.hub.console.drawing import answer_drawing, list_drawings
from kiosk.hub.context import Hub
from kiosk.hub.problem import Problem
from kiosk.hub.themes.queue import ShelfClosed
from kiosk.hub.themes.shelf import Pictures
from tests.doubles.pictures import draw_picture
from tests.hub.console.clerk import Clerk
from tests.hub.console.few_themes import WEBP, FewThemes


class SlowThemes(FewThemes):
    """Draws others first, until it is told that these are done."""

    is_done = False

    @override
    def deliver(self, name: str) -> Pictures:
        if not self.is_done:
            raise ShelfClosed
        picture = draw_picture(size=(96, 54))
        return dict.fromkeys(super().deliver(name), picture)


@pytest.fixture
def slow() -> SlowThemes:
    """The themes of the hub, where a test asks for them."""
    return SlowThemes()


@pytest.fixture
def hub(hub: Hub, request: pytest.FixtureRequest) -> Hub:
    if "slow" not in request.fixturenames:
        return hub
    return replace(hub, themes=request.getfixturevalue("slow"))


def test_a_drawing_is_kept_by_nobody_but_the_one_who_looks() -> None:
    answer = answer_drawing(lambda: b"RIFF")

    assert (answer.body, answer.headers["content-type"]) == (b"RIFF", "image/webp")
    assert answer.headers["cache-control"].startswith("private")


def test_what_was_not_drawn_is_not_found() -> None:
    with pytest.raises(Problem) as refused:
        answer_drawing(lambda: None)
    assert refused.value.status == 404


def test_what_is_still_to_come_is_asked_for_again(mara: Clerk, slow: SlowThemes) -> None:
    order = slow.order_notice(("Bitte gehen Sie hinaus",), "emergency")
    first, *_ = list_drawings(order, "notice").values()
    answer = mara.open(first)
    assert (answer.status_code, answer.content) == (202, b"")
    assert (answer.headers["Retry-After"], answer.headers["Cache-Control"]) == ("5", "no-store")


def test_its_place_says_that_it_is_drawn_and_then_it_comes_by_itself(page: Page, slow: SlowThemes) -> None:
    page.clock.install()
    page.goto("/console/notice")
    page.get_by_label("Deutsch").fill("Wir schließen in zehn Minuten.")
    page.clock.run_for(1_000)  # the preview follows what is typed
    pictures, coming = page.locator("#preview .drawing img"), page.locator("#preview .coming")
    expect(pictures).to_have_count(2)
    expect(pictures.first).to_be_hidden()
    expect(coming.first).to_have_text("Wird gerade gezeichnet")
    slow.is_done = True
    page.clock.run_for(5_000)
    expect(pictures.first).to_be_visible()
    expect(pictures.first).to_have_js_property("naturalWidth", 96)


def test_what_was_ordered_is_drawn_both_ways_and_nothing_else(mara: Clerk) -> None:
    order = mara.running.hub.themes.order_notice(("Bitte gehen Sie hinaus",), "emergency")
    addresses = list_drawings(order, "notice")

    assert set(addresses) == {"landscape", "portrait"}
    assert [mara.open(address).content for address in addresses.values()] == [WEBP] * 2
    assert mara.open(f"/console/drawings/{order}/offer-landscape").status_code == 404
    assert mara.open(f"/console/drawings/{'0' * 64}/notice-landscape").status_code == 404
