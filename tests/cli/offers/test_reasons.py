from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace

from kiosk.cli.main import run_command
from kiosk.contract.offer import Offer
from kiosk.core.effects import AnnounceShown
from kiosk.learning.decision import record_choice
from kiosk.learning.decision_log import FILE_NAME, DecisionLog
from kiosk.learning.ranker import LearntRanker
from kiosk.loyalty.last_good import LastGood
from tests.learning.test_decision import AT, decide
from tests.learning.test_kept_back import CONSIDERED, OFFERS
from tests.learning.test_ranker import BOOTS, LIKED, SOCKS
from tests.offers.test_eligibility import SITUATION


@pytest.fixture
def options(tmp_path: Path) -> list[str]:
    """The settings of a screen that heard of these offers, and decided twice for socks."""
    _hear(tmp_path, list(OFFERS.values()))
    choice = LearntRanker(LIKED, "w", 0.0)([BOOTS, SOCKS], SITUATION)
    for number in (1, 2):
        said = AnnounceShown(
            f"i-{number}", "socks", None, "proximity", 1.0, choice=replace(choice, considered=CONSIDERED)
        )
        decision = record_choice(said, AT)
        assert decision
        DecisionLog(tmp_path).write(decision)
    settings = ("store.id=s", "screen.id=w", "screen.zones=shoes", f"state.dir={tmp_path}")
    return [word for setting in settings for word in ("--set", setting)]


def _hear(folder: Path, offers: list[Offer]) -> None:
    LastGood(folder, "s").save_catalogue(msgspec.json.encode({"offers": offers}), None)


def test_each_offer_is_told_with_what_kept_it_back(options: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run_command(["offers", "reasons", "i-1", *options]) == 0

    assert capsys.readouterr().out.splitlines() == [
        "2026-11-23 12:00: socks was shown",
        "boots: might have been drawn",
        "away: is for other zones",
        "measured: is not for this shopper, here and now, or is held back from the shopper to measure its effect",
        "minor: gives way to a more important one",
        "narrow: is for so few of the known shoppers that it would point at one",
        "night: is not on at this time of the week",
        "others: is not for this shopper, here and now, or is held back from the shopper to measure its effect",
        "over: has not begun, or is over",
        "spent: was shown as often as a day allows",
    ]


def test_where_the_offers_have_changed_it_tells_what_the_log_says_and_no_more(
    options: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _hear(tmp_path, [BOOTS, SOCKS])

    assert run_command(["offers", "reasons", *options]) == 0

    _, drawn, changed, *told = capsys.readouterr().out.splitlines()
    assert drawn == "boots: might have been drawn"
    assert changed.startswith("the offers are others by now")
    assert [line.partition(":")[0] for line in told] == ["minor", "narrow", "spent"]


def test_a_decision_that_is_not_there_or_does_not_say_is_refused(
    options: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_command(["offers", "reasons", "i-3", *options]) == 2
    (tmp_path / FILE_NAME).unlink()
    DecisionLog(tmp_path).write(decide())
    assert run_command(["offers", "reasons", *options]) == 2
    assert capsys.readouterr().err.count("holds no such decision") == 2


def test_a_log_that_cannot_be_read_is_named(
    options: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / FILE_NAME).unlink()
    (tmp_path / FILE_NAME).mkdir()
    assert run_command(["offers", "reasons", *options]) == 2
    assert "decisions.jsonl cannot be read" in capsys.readouterr().err
