"""What she has to pay is shown to her once her phone has loaded the dot beside it, and no sooner."""

from collections.abc import Iterator

import pytest
from sqlalchemy import select

from kiosk.hub.models.settlement.mandate import Mandate
from tests.hub.pages.basket.test_basket import BASKET, Buyer
from tests.hub.pages.basket.test_mandate import AS_PICTURE, VISIT, Leaver, find_dots, training
from tests.hub.pages.basket.test_seen_in_earnest import promote
from tests.hub.running import DEADLINE_S, RunningHub

__all__ = ["training"]


def read_shown(running: RunningHub) -> str:
    with running.hub.database.read() as session:
        return session.scalars(select(Mandate)).one().shown


@pytest.fixture
def anna(training: RunningHub) -> Iterator[Leaver]:
    with Leaver(training) as leaver:
        leaver.allow()
        leaver.scan_on_a_visit()
        yield leaver


@pytest.mark.parametrize("path", [BASKET, VISIT])
def test_an_answer_that_is_lost_on_its_way_shows_her_nothing(training: RunningHub, anna: Leaver, path: str) -> None:
    promote(training)
    page = anna.browser.get(f"{training.url}{path}?lang=en", timeout=DEADLINE_S)
    lost = read_shown(training)
    (dot,) = find_dots(anna.load(page))

    assert "€2.00" in page.text
    assert lost == ""
    assert read_shown(training) in dot


def test_the_dot_is_a_picture_that_no_phone_keeps(training: RunningHub, anna: Leaver) -> None:
    first, second = (find_dots(anna.look()) for _ in range(2))
    (address,) = first
    dot = anna.browser.get(f"{training.url}{address}", headers=AS_PICTURE, timeout=DEADLINE_S)

    assert first != second
    assert (dot.headers["Content-Type"], dot.headers["Cache-Control"]) == ("image/gif", "no-store")
    assert dot.content.startswith(b"GIF89a")


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors", "Sec-Fetch-Dest": "image"},
        {"Sec-Fetch-Site": "none", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"},
        {**AS_PICTURE, "Sec-Purpose": "prefetch"},
        {**AS_PICTURE, "Vitrine-Unseen": "yes"},
    ],
    ids=["another site", "opened by itself", "ahead", "unseen"],
)
def test_what_is_no_picture_of_a_page_that_she_sees_shows_nothing(
    training: RunningHub, anna: Leaver, headers: dict[str, str]
) -> None:
    (dot,) = find_dots(anna.browser.get(f"{training.url}{BASKET}", timeout=DEADLINE_S))
    with training.hub.database.write() as session:
        session.scalars(select(Mandate)).one().shown = ""
    answer = anna.browser.get(f"{training.url}{dot}", headers=headers, timeout=DEADLINE_S)

    assert answer.status_code == 200
    assert read_shown(training) == ""


@pytest.mark.parametrize("is_forged", [True, False])
def test_the_address_of_a_forged_or_an_old_bill_shows_nothing(
    training: RunningHub,
    anna: Leaver,
    is_forged: bool,  # noqa: FBT001 # a drawn value
) -> None:
    (dot,) = find_dots(anna.look())
    if is_forged:
        dot = f"{BASKET}/seen/{'0' * 64}"
    with training.hub.database.write() as session:
        session.scalars(select(Mandate)).one().shown = ""
    anna.scan("4006381333931", anna.browser.get(f"{training.url}{BASKET}", timeout=DEADLINE_S))
    anna.browser.get(f"{training.url}{dot}", headers=AS_PICTURE, timeout=DEADLINE_S)

    assert read_shown(training) == ""


def test_a_page_in_a_pocket_has_no_dot(training: RunningHub, anna: Leaver) -> None:
    unseen = {"Vitrine-Unseen": "yes"}

    assert find_dots(anna.browser.get(f"{training.url}{BASKET}", headers=unseen, timeout=DEADLINE_S)) == []


def test_nor_has_the_page_of_who_lets_nothing_be_charged(training: RunningHub) -> None:
    with Buyer(training) as ben:
        ben.scan("4006381333931")

        assert find_dots(ben.look()) == []
