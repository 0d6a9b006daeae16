import pytest

from kiosk.contract.notice_text import LONGEST, MOST_LINES
from kiosk.fleet.notice_message import NoticeRefused, read_notice
from kiosk.hub.console.notices.notice_form import BLANK, join_words
from kiosk.hub.mqtt.messages import write_notice
from tests.hub.console.clerk import Clerk

NOTICE = "/console/notice"
GOOD = {**BLANK, "text_de": "Bitte gehen Sie hinaus", "text_en": "Please leave", "intent": "send"}


def find_complaints(clerk: Clerk, fields: dict[str, str]) -> list[str]:
    page = clerk.fill_in(NOTICE, {**GOOD, **fields})
    return [part.split("-complaint")[0] for part in page.text.split('class="complaint" id="')[1:]]


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ({"text_de": " ", "text_en": "\n"}, "text_de"),
        ({"text_de": "\u2800"}, "text_de"),
        ({"text_en": "\u2800"}, "text_en"),
        ({"text_en": "!?"}, "text_en"),
        ({"text_en": "a\n" * MOST_LINES + "a"}, "text_en"),
        ({"text_de": "x" * (LONGEST + 1)}, "text_de"),
        ({"text_de": "\u202esuaR"}, "text_de"),
        ({"text_en": "leave\u0007"}, "text_en"),
        ({"until": "2026-11-22T09:00"}, "until"),
        ({"until": "bald"}, "until"),
        ({"level": "panic"}, "level"),
    ],
)
def test_what_cannot_be_sent_is_said_at_its_field(mara: Clerk, fields: dict[str, str], name: str) -> None:
    assert find_complaints(mara, fields) == [name]


def test_one_language_is_enough(mara: Clerk) -> None:
    assert find_complaints(mara, {"text_de": "Bitte gehen", "text_en": ""}) == []


def test_all_that_screens_take_can_be_sent(mara: Clerk) -> None:
    text = "\n".join(["x" * 159] * (MOST_LINES - 1))
    assert find_complaints(mara, {"text_de": text.ljust(LONGEST, "x"), "text_en": "Leave\n\nNow"}) == []


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (" Bitte \t gehen ", "Bitte gehen"),
        ("Bitte\r\n gehen ", "Bitte\ngehen"),
        ("Bitte\r\rgehen", "Bitte\n\ngehen"),
        ("\n\nBitte \n \n \n\n gehen\n", "Bitte\n\ngehen"),
    ],
)
def test_lines_and_paragraphs_stay_and_blanks_that_nobody_sees_go(typed: str, told: str) -> None:
    assert join_words({"text_de": typed, "text_en": " \n"}) == {"de": told}


@pytest.mark.parametrize("text", ["\u2800", "!?", "\u202esuaR", "leave\u0007", "x" * 2001])
def test_a_text_that_screens_refuse_is_refused_here_too(mara: Clerk, text: str) -> None:
    with pytest.raises(NoticeRefused):
        read_notice(write_notice({"de": "Raus", "en": text}, "warning", None))

    assert find_complaints(mara, {"text_en": text}) == ["text_en"]
