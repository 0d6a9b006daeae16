from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import msgspec
import pytest

from kiosk.app.clocks import read_instant
from kiosk.app.files.shown import FILE_NAME, ShownFile
from kiosk.cli.main import run_command
from kiosk.contract.shopper import Shopper
from kiosk.loyalty.last_good import LastGood
from kiosk.offers.shown import NOTHING_SHOWN
from kiosk.offers.shown_record import record_shown

BOOTS = {
    "id": "o-boots",
    "title": {"de": "Stiefel"},
    "zones": ["home"],
    "audience": {"all": ["outdoor", {"visits": {"at_least": 3}}], "any": [{"interest": "shoes", "at_least": 0.5}]},
    "dayparts": [{"from": "09:00", "until": "13:00"}],
}
MUG = {"id": "o-mug", "title": {"de": "Becher"}, "control": {"share": 1}}


@pytest.fixture
def options(tmp_path: Path) -> list[str]:
    """The settings of a screen that heard of two offers."""
    LastGood(tmp_path, "s").save_catalogue(msgspec.json.encode({"offers": [BOOTS, MUG]}), None)
    settings = ("store.id=s", "screen.id=w", "screen.zones=home", f"state.dir={tmp_path}")
    return [word for setting in settings for word in ("--set", setting)]


def _explain(*words: str) -> int:
    return run_command(["offers", "explain", *words])


def test_every_branch_that_keeps_an_offer_back_is_written_below_its_rule(
    options: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    told = ("--segment", "outdoor", "--visits", "2", "--at", "2026-11-23T14:00")

    assert _explain("o-boots", *told, *options) == 0

    assert capsys.readouterr().out.splitlines() == [
        "o-boots: kept back",
        "  dayparts: is not on at this time of the week",
        "  audience: is not for this shopper, here and now",
        "    audience.all[1]: needs 3 visits or more",
        "    audience.any: asks for one of several rules, and that is not known",
        "      audience.any[0]: asks for an interest of 0.5 or more in 'shoes', and that is not known",
    ]


def test_an_offer_that_nothing_keeps_back_may_be_shown(options: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    told = ("--segment", "outdoor", "--visits", "3", "--interest", "shoes=0.5", "--at", "2026-11-23T12:00")

    assert _explain("o-boots", *told, *options) == 0

    assert capsys.readouterr().out == "o-boots: may be shown\n"


def test_all_offers_are_explained_to_programs_one_in_a_line(
    options: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert _explain("--json", "--key", "s_1", *options) == 0

    lines = [msgspec.json.decode(line) for line in capsys.readouterr().out.splitlines()]
    assert [line["offer"] for line in lines] == ["o-boots", "o-mug"]
    assert [reason["code"] for reason in lines[1]["reasons"]] == ["control"]


def test_an_audience_of_one_is_said_to_point_at_her(
    options: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = ("--segment", "outdoor", "--visits", "3", "--interest", "shoes=0.5", "--at", "2026-11-23T12:00")
    LastGood(tmp_path, "s").save_shoppers("1", [Shopper(f"s_{number}") for number in range(1000)])

    assert _explain("o-boots", *told, *options) == 0

    assert capsys.readouterr().out.splitlines() == [
        "o-boots: kept back",
        "  policy.k_anonymity: is for so few of the known shoppers that it would point at one",
    ]


def test_nobody_in_particular_is_in_no_control_group(options: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert _explain("o-mug", *options) == 0

    assert capsys.readouterr().out == "o-mug: may be shown\n"


def test_an_id_that_would_disturb_the_terminal_is_quoted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    odd = {"id": "o\x1b[2J", "title": {"de": "x"}}
    LastGood(tmp_path, "s").save_catalogue(msgspec.json.encode({"offers": [odd]}), None)
    settings = ("store.id=s", "screen.id=w", "screen.zones=home", f"state.dir={tmp_path}")

    _explain(*(word for setting in settings for word in ("--set", setting)))

    assert capsys.readouterr().out == "'o\\x1b[2J': may be shown\n"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["o-none"], "no such offer"),
        (["--visits", "many"], "of no shopper"),
        (["--interest", "shoes"], "of no shopper"),
        (["--interest", "shoes=2"], "of no shopper"),
    ],
)
def test_what_cannot_be_is_refused_with_a_sentence(
    words: list[str], sentence: str, options: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert _explain(*words, *options) == 2

    assert sentence in capsys.readouterr().err


@pytest.mark.parametrize("time", ["noon", "2026-11-23T12:00+01:00"])
def test_the_time_is_the_stores_own(time: str, options: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        _explain("--at", time, *options)

    assert "the store's own time" in capsys.readouterr().err


@pytest.mark.parametrize(("content", "why"), [(None, "never heard of any"), (b"{", "cannot be read")])
def test_a_screen_without_offers_says_so(
    content: bytes | None, why: str, options: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "catalogue.json"
    file.unlink()
    if content:
        file.write_bytes(content)

    assert _explain(*options) == 2

    assert why in capsys.readouterr().err


def _write_shown(folder: Path, *showings: tuple[str, str]) -> None:
    """Write down, as the screen does, that these offers were shown to these shoppers just now."""
    shown, now = NOTHING_SHOWN, read_instant()
    for shopper, offer in showings:
        shown = shown.record(shopper, offer, datetime.now(UTC).astimezone(ZoneInfo("Europe/Berlin")).date(), now.mono)
    ShownFile(folder, "s", "w").save(record_shown(shown, now))


def test_caps_are_explained_by_what_the_screen_wrote_down(
    options: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capped = {**MUG, "control": None, "caps": {"per_shopper_day": 1, "per_screen_hour": 2}}
    catalogue = {"offers": [capped], "contacts_per_day": 1}
    LastGood(tmp_path, "s").save_catalogue(msgspec.json.encode(catalogue), None)
    _write_shown(tmp_path, ("s_1", "o-mug"), ("s_2", "o-mug"))
    brisk = (*options, "--set", "pacing.cooldown_s=0", "--set", "offers.contacts_per_day=9")

    assert _explain("--key", "s_1", *brisk) == 0
    hers = capsys.readouterr().out.splitlines()
    assert _explain(*brisk) == 0

    assert hers == [
        "o-mug: kept back",
        "  caps.per_screen_hour: was shown as often as an hour allows",
        "  caps.per_shopper_day: was shown to the shopper as often as a day allows",
        "  policy.contacts_per_day: comes after as many offers as a shopper is shown in a day",
    ]
    assert capsys.readouterr().out.splitlines() == hers[:2]


def test_a_cooldown_is_explained_until_it_is_over(
    options: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    LastGood(tmp_path, "s").save_catalogue(msgspec.json.encode({"offers": [{**MUG, "control": None}]}), None)
    _write_shown(tmp_path, ("s_1", "o-mug"))

    assert _explain("--key", "s_1", *options) == 0
    now = capsys.readouterr().out
    assert _explain("--key", "s_1", "--at", "2099-11-23T12:00", *options) == 0

    assert now == "o-mug: kept back\n  policy.cooldown: was shown to the shopper a moment ago\n"
    assert capsys.readouterr().out == "o-mug: may be shown\n"


def test_a_record_that_cannot_be_used_is_said_to_be_so_and_left_alone(
    options: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / FILE_NAME).write_text("{")

    assert _explain("o-mug", *options) == 0

    assert "shown.json cannot be used (DecodeError): nothing counts as shown" in capsys.readouterr().err
    assert (tmp_path / FILE_NAME).read_text() == "{"
