from pathlib import Path

import pytest

from kiosk.doctor.api import check_api
from kiosk.settings.enrolled import Enrolled, keep_enrolled
from tests.doubles.loyalty_server import LoyaltyServer
from tests.doubles.settings import make_settings


def test_an_api_with_offers_is_well(tmp_path: Path) -> None:
    with LoyaltyServer() as server:
        server.offer("boots")
        findings = check_api(make_settings(tmp_path, f"loyalty.url={server.url}"))
    assert [finding.level for finding in findings] == ["ok"]


def test_an_offer_that_is_left_out_is_named(tmp_path: Path) -> None:
    with LoyaltyServer() as server:
        server.offer("boots")
        server.offer("broken", price="much")
        findings = check_api(make_settings(tmp_path, f"loyalty.url={server.url}"))
    assert [finding.level for finding in findings] == ["ok", "warn"]
    assert "broken" in findings[1].seen


def test_an_api_with_nothing_to_show_is_no_fault_but_worth_a_word(tmp_path: Path) -> None:
    with LoyaltyServer() as server:
        (finding,) = check_api(make_settings(tmp_path, f"loyalty.url={server.url}"))
    assert finding.level == "warn"


@pytest.mark.parametrize("written", [None, "wrong"])
def test_a_token_that_is_missing_or_wrong_is_told_from_an_api_that_is_down(tmp_path: Path, written: str | None) -> None:
    overrides: list[str] = []
    if written:
        (tmp_path / "token").write_text(written)
        overrides = [f"loyalty.token_file={tmp_path / 'token'}"]
    with LoyaltyServer(token="right") as server:  # noqa: S106 # a test's token
        (finding,) = check_api(make_settings(tmp_path, f"loyalty.url={server.url}", *overrides))
    assert (finding.level, "loyalty.token_file" in finding.advice) == ("fail", True)


def test_an_api_that_is_down_is_named_with_its_address(tmp_path: Path) -> None:
    (finding,) = check_api(make_settings(tmp_path))
    assert (finding.level, "(unreachable)" in finding.seen) == ("fail", True)


def test_a_screen_that_was_not_let_in_yet_is_told_how(tmp_path: Path) -> None:
    with LoyaltyServer(token="right") as server:  # noqa: S106 # a test's token
        overrides = f"loyalty.url={server.url}", f"loyalty.token_file={tmp_path / 'none'}"
        (finding,) = check_api(make_settings(tmp_path, *overrides))

    assert finding.seen == f"{server.url} has not let this screen in"
    assert "kiosk enrol" in finding.advice


def test_an_address_where_nobody_is_has_let_nobody_in(tmp_path: Path) -> None:
    (finding,) = check_api(make_settings(tmp_path, f"loyalty.token_file={tmp_path / 'none'}"))

    assert "(unreachable)" in finding.seen


def test_a_token_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    (finding,) = check_api(make_settings(tmp_path, f"loyalty.token_file={tmp_path}"))
    assert finding.seen.startswith("loyalty.token_file:")


def test_a_screen_that_was_let_in_by_another_name_is_told_which(tmp_path: Path) -> None:
    (tmp_path / "token").write_text("wrong")
    keep_enrolled(tmp_path / "state", Enrolled("berlin-mitte", "door", ("hall",)))
    with LoyaltyServer(token="right") as server:  # noqa: S106 # a test's token
        (finding,) = check_api(
            make_settings(tmp_path, f"loyalty.url={server.url}", f"loyalty.token_file={tmp_path / 'token'}")
        )

    assert finding.seen == "this screen was let in as door of berlin-mitte"


def test_an_address_that_answers_something_else_is_named(tmp_path: Path) -> None:
    with LoyaltyServer() as server:
        server.catalogue = {"hello": "world", "offers": 1}
        (finding,) = check_api(make_settings(tmp_path, f"loyalty.url={server.url}"))
    assert finding.level == "fail"


@pytest.mark.parametrize(
    ("place", "poll_s", "levels"),
    [
        ("exit", 101, ["ok", "warn"]),
        ("exit", 100, ["ok"]),
        ("door", 3600, ["ok"]),
    ],
)
def test_a_screen_at_an_exit_that_asks_too_seldom_leaves_it_unclear_who_left(
    tmp_path: Path, place: str, poll_s: int, levels: list[str]
) -> None:
    with LoyaltyServer() as server:
        server.offer("boots")
        server.catalogue["place"] = place
        findings = check_api(make_settings(tmp_path, f"loyalty.url={server.url}", f"loyalty.poll_s={poll_s}"))

    assert [finding.level for finding in findings] == levels
    assert all("loyalty.poll_s to 100 or less" in finding.advice for finding in findings[1:])


def test_an_exit_without_offers_is_told_so_too(tmp_path: Path) -> None:
    with LoyaltyServer() as server:
        server.catalogue["place"] = "exit"
        findings = check_api(make_settings(tmp_path, f"loyalty.url={server.url}", "loyalty.poll_s=600"))

    assert ["exit" in finding.seen for finding in findings] == [False, True]
