from datetime import datetime
from zoneinfo import ZoneInfo

from kiosk.contract.daypart import Daypart
from kiosk.contract.offer import Validity
from kiosk.contract.playlist import Item
from kiosk.signage.importer import Loop
from kiosk.signage.listing import Refusal
from kiosk.signage.verdict import Verdict, judge_loop

NOON = datetime(2026, 11, 23, 12, tzinfo=ZoneInfo("Europe/Berlin"))
TITLE = {"de": "Hallo"}


def judge(*items: Item) -> list[tuple[str, str]]:
    return [(verdict.state, verdict.words) for verdict in judge_loop(Loop(items), NOON)]


def test_what_plays_is_told_with_its_share_and_its_terms() -> None:
    often = Item(
        "folder:a", "text", title=TITLE, weight=3, offer="o-1", dayparts=(Daypart("09:00", "18:00", ("mon",)),)
    )
    offer = Item("folder:b", "offer", offer="o-2", seconds=10, valid=Validity(until=NOON.replace(day=30)))
    assert judge(often, offer) == [
        ("plays", "75 % of the plays, 8 s each, a tap keeps o-1, mon 09:00-18:00"),
        ("plays", "25 % of the plays, 10 s each, while the offer o-2 may be shown, until 2026-11-30 12:00"),
    ]


def test_what_does_not_play_now_says_why() -> None:
    later = Item("folder:a", "text", title=TITLE, valid=Validity(start=NOON.replace(day=30)))
    evening = Item("folder:b", "text", title=TITLE, dayparts=(Daypart("18:00"),))
    lower = Item("folder:c", "text", title=TITLE)
    urgent = Item("folder:d", "text", title=TITLE, priority=1)
    assert [words.split(",")[0] for _, words in judge(later, evening, lower, urgent)] == [
        "outside its validity",
        "outside its hours",
        "others of priority 1 go before its 0",
        "100 % of the plays",
    ]


def test_what_is_left_out_comes_last_and_nothing_is_nothing() -> None:
    loop = Loop((Item("folder:a", "text", title=TITLE),), (Refusal("film.mov", "no kind"),))
    assert list(judge_loop(loop, NOON))[-1] == Verdict("left out", "film.mov", "no kind")


def test_a_stray_is_told_apart() -> None:
    loop = Loop(refusals=(Refusal("notes.txt", "no kind", is_stray=True),))
    assert list(judge_loop(loop, NOON)) == [Verdict("stray", "notes.txt", "no kind")]
    assert judge() == []


def test_a_text_of_the_ticker_has_no_share_of_the_plays_and_no_rank() -> None:
    hours = Item("folder:a", "ticker", title=TITLE)
    evening = Item("folder:b", "ticker", title=TITLE, dayparts=(Daypart("18:00"),))
    poster = Item("folder:c", "text", title=TITLE, priority=1)
    assert judge(hours, evening, poster) == [
        ("plays", "in the ticker"),
        ("not now", "outside its hours, 18:00-24:00"),
        ("plays", "100 % of the plays, 8 s each"),
    ]
