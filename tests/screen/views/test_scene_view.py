import sys

import pytest
from msgspec.structs import replace
from PySide6.QtGui import QColor

from kiosk.screen.text.offer_card import OfferCard
from kiosk.screen.text.prices import PriceText
from kiosk.screen.views.scene_view import SceneContent, SceneView

pytestmark = pytest.mark.usefixtures("application")

CONTENT = SceneContent(
    OfferCard("Mug", "By hand.", PriceText("€", "14.", "90"), "€19.90", "Lowest", "-16%", "220 g"),
    bare=True,
    sign="offer",
    code="image://shelf/code/b",
    ink=QColor("#231d16"),
    reader=True,
    saying="Already kept",
    saying_line="Home",
    stamps=2,
    stamps_of=3,
    stamps_line="2 of 3 stamps",
    next_stamp="Your next stamp waits: Home",
)


def test_qml_reads_what_was_filled_in() -> None:
    view = SceneView()
    view.fill(CONTENT)
    read = {name: view.property(name) for name in ("title", "text", "before", "major", "minor", "struck", "percent")}
    assert read == {
        "title": "Mug",
        "text": "By hand.",
        "before": "€",
        "major": "14.",
        "minor": "90",
        "struck": "€19.90",
        "percent": "-16%",
    }
    assert view.property("fine") == "220 g\nLowest"
    assert [view.property(name) for name in ("bare", "sign", "code")] == [True, "offer", CONTENT.code]
    assert (view.property("ink").name(), view.property("reader")) == ("#231d16", True)
    assert [view.property(name) for name in ("saying", "sayingLine")] == ["Already kept", "Home"]
    assert [view.property(name) for name in ("stamps", "stampsOf", "stampsLine")] == [2, 3, "2 of 3 stamps"]
    assert view.property("nextStamp") == "Your next stamp waits: Home"


def test_a_currency_behind_the_figures_is_raised_with_the_cents() -> None:
    view = SceneView()
    view.fill(SceneContent(OfferCard("Mug", price=PriceText("", "14,", "90", "€"))))
    assert (view.property("major"), view.property("minor")) == ("14,", "90\u00a0€")


def test_only_another_offer_arrives() -> None:
    view, arrivals = SceneView(), list[str]()
    view.arrived.connect(lambda: arrivals.append(view.property("title")))
    view.fill(CONTENT)
    view.fill(replace(CONTENT, reader=False))
    assert arrivals == ["Mug"]


def test_emitting_does_not_wear_out_true() -> None:
    """PySide 6.12 under Python 3.11 loses a reference to True on every emit, and aborts in the end."""
    view = SceneView()
    before = sys.getrefcount(True)  # noqa: FBT003  # what is counted is True itself
    for _ in range(200):
        view.fill(CONTENT)
        view.property("reader")
    assert abs(sys.getrefcount(True) - before) < 100  # noqa: FBT003  # as above
