import pytest

from kiosk.core.glass.scene import Attract, Browsing, Comfort, Hint, Notice, Offering, Saved
from kiosk.core.notice.bulletin import Bulletin
from kiosk.places import find_shipped
from kiosk.screen.sound.speaker import open_speaker
from kiosk.screen.sound.voice import Voice, open_voice
from kiosk.theming.package import read_theme
from tests.doubles.shop_floor import MUG

THEME = read_theme(find_shipped("themes") / "daylight")
WORDS = THEME.words["de"]
READ = Comfort(read=True)
STILL = Attract(None, None, "de", "i")
PAGE = Browsing(MUG, "de", "i", comfort=READ)


class Listener:
    """Hears what a voice says, with the language."""

    def __init__(self, *, always: bool = False) -> None:
        self.heard: list[tuple[str, str]] = []
        self.voice = Voice(lambda text, language: self.heard.append((text, language)), always=always)


def test_an_offer_is_read_once_it_is_asked_for_and_no_more_when_it_is_not() -> None:
    listener = Listener()
    for scene in (STILL, Browsing(MUG, "de", "i"), PAGE, PAGE, Browsing(MUG, "de", "i")):
        listener.voice.follow(scene, WORDS)
    assert listener.heard == [("Becher. 12,90\u00a0€.", "de"), ("", "de")]


def test_what_is_new_takes_the_place_of_what_was_being_said_in_its_own_language() -> None:
    listener = Listener()
    listener.voice.follow(PAGE, WORDS)
    listener.voice.follow(Browsing(MUG, "en", "i", comfort=READ), THEME.words["en"])
    assert listener.heard[1] == ("Mug. €12.90.", "en")


def test_who_listens_hears_what_she_kept_and_a_notice_but_nothing_of_the_next_shopper() -> None:
    listener = Listener()
    for scene in (
        PAGE,
        Saved(MUG, "de", "b"),
        Notice(Bulletin({}), ("Raus",), "de", "i"),
        Offering(MUG, "de", "i", "anna"),
    ):
        listener.voice.follow(scene, WORDS)
    assert [text for text, _ in listener.heard[1:]] == [f"{WORDS.saved}. {WORDS.saved_line}", "Raus.", ""]


def test_a_hint_is_read_alone_and_the_offer_is_not_begun_again() -> None:
    listener = Listener()
    listener.voice.follow(PAGE, WORDS)
    listener.voice.follow(Browsing(MUG, "de", "i", comfort=READ, hint=Hint.ADVISOR_CALLED), WORDS)
    listener.voice.follow(PAGE, WORDS)
    assert [text for text, _ in listener.heard[1:]] == [WORDS.hint_advisor_called]


def test_in_headphones_it_reads_from_the_first_touch_on() -> None:
    listener = Listener(always=True)
    listener.voice.follow(STILL, WORDS)
    assert listener.heard == []
    listener.voice.follow(Browsing(MUG, "de", "i"), WORDS)
    assert len(listener.heard) == 1


@pytest.mark.parametrize(("scene", "heard"), [(PAGE, [("Beenden", "de")]), (STILL, [])])
def test_a_control_is_named_to_who_listens(scene: Browsing | Attract, heard: list[tuple[str, str]]) -> None:
    listener = Listener()
    listener.voice.follow(scene, WORDS)
    listener.heard.clear()
    listener.voice.name("Beenden")
    listener.voice.name("")
    assert listener.heard == heard


@pytest.mark.qt_log_ignore(".")  # a machine without a voice says so in many ways
@pytest.mark.usefixtures("application")
def test_the_voice_is_there_where_the_machine_has_one() -> None:
    assert (open_voice(0.5, always=False) is not None) == (open_speaker(0.5) is not None)
