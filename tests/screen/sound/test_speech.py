import pytest
from msgspec.structs import replace

from kiosk.core.glass.scene import Attract, Browsing, Notice, Offering, Saved, Scene
from kiosk.core.notice.bulletin import Bulletin
from kiosk.places import find_shipped
from kiosk.screen.gallery.sceneries import HOME, WELLNESS
from kiosk.screen.sound.speech import phrase_speech
from kiosk.theming.package import read_theme
from tests.doubles.shop_floor import MUG

WORDS = read_theme(find_shipped("themes") / "daylight").words["de"]
LAMP = replace(MUG, title={"de": "Lampe"}, text={"de": "Macht Licht."}, link="https://shop.example/l")


@pytest.mark.parametrize(
    ("scene", "sentences"),
    [
        (
            Browsing(LAMP, "de", "i", reader_ready=True),
            "Lampe. Macht Licht. 12,90\u00a0€. Zum Merken die Karte anlegen.",
        ),
        (
            Browsing(LAMP, "de", "i"),
            "Lampe. Macht Licht. 12,90\u00a0€. Zum Merken den Code mit dem Handy scannen.",
        ),
        (
            Browsing(replace(LAMP, bookmarkable=False), "de", "i", reader_ready=True),
            "Lampe. Macht Licht. 12,90\u00a0€. Zum Merken den Code mit dem Handy scannen.",
        ),
        (Browsing(MUG, "de", "i"), "Becher. 12,90\u00a0€."),
        (Browsing(LAMP, "de", "i", ending=True), "Noch da? Sonst geht es gleich von vorn los."),
        (Saved(LAMP, "de", "b"), "Für Sie gemerkt. Alles Weitere wartet auf Ihrem Handy."),
        (Saved(LAMP, "de", "b", again=True), "Schon gemerkt. Alles Weitere wartet auf Ihrem Handy."),
        (
            Saved(LAMP, "de", "b", way=HOME, next_stamp=WELLNESS),
            "Für Sie gemerkt. Wohnen: 1. Etage, links. Der nächste Stempel wartet: Wohlfühlen.",
        ),
        (Notice(Bulletin({}), ("Bitte gehen", "Please leave"), "de", "i"), "Bitte gehen. Please leave."),
        (Offering(LAMP, "de", "i", "anna"), ""),
        (Attract(None, None, "de", "i"), ""),
    ],
)
def test_it_says_what_stands_there_and_what_to_do(scene: Scene, sentences: str) -> None:
    assert phrase_speech(scene, WORDS) == sentences
