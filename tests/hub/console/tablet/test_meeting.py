import pytest

from kiosk.hub.models.people.person import find_person, remove_person
from tests.hub.console.clerk import Clerk
from tests.hub.console.tablet.customers import TABLET, meet, read_order_link
from tests.hub.counter import ALL, Shopper

_PAGES = ("", *(f"/see/{part}" for part in ALL), "/coupon", "/order/b-o-mug")
_HERS = ("Steinzeugbecher", "Schuhe 38", "Gibt es ihn in Blau")


def _read_all(clerk: Clerk, root: str) -> str:
    pages = [clerk.open(f"{root}{page}") for page in _PAGES]
    pages += [clerk.open(f"{root}/live/{part}") for part in ALL]
    return " ".join(page.text for page in pages)


@pytest.fixture
def root(sam: Clerk, anna: Shopper) -> str:
    """Where sam sees all that she shows."""
    anna.press("/sizes", sizes="Schuhe 38")
    anna.write("Gibt es ihn in Blau?")
    return meet(sam, anna)


def test_while_it_runs_all_that_she_shares_is_there(sam: Clerk, root: str) -> None:
    assert [text for text in _HERS if text not in _read_all(sam, root)] == []


def test_nobody_else_of_the_staff_sees_any_of_it(mara: Clerk, otto: Clerk, anybody: Clerk, root: str) -> None:
    for clerk in (mara, otto, anybody):
        told = _read_all(clerk, root)
        assert [text for text in _HERS if text in told] == []
    assert mara.open(root).status_code == 410


@pytest.mark.parametrize("how", ["ended", "expired", "signed out", "gone"])
def test_afterwards_the_same_address_tells_nothing(sam: Clerk, anna: Shopper, root: str, how: str) -> None:
    order = read_order_link(sam, root)
    match how:
        case "ended":
            anna.end()
        case "expired":
            sam.running.dial.turn(sam.running.hub.settings.handshake)
        case "signed out":
            sam.fill_in(TABLET, {}, "/console/sign-out")
        case _:
            with sam.running.hub.database.write() as session:
                person = find_person(session, "sam")
                assert person
                remove_person(session, person)
    told = _read_all(sam, root) + sam.open(order).text

    assert [text for text in _HERS if text in told] == []


def test_what_is_over_and_what_never_was_are_told_alike(sam: Clerk, anna: Shopper, root: str) -> None:
    anna.end()
    over, never = sam.open(f"{root}/see/kept"), sam.open(f"{TABLET}/customers/h_none/see/kept")

    assert over.status_code == never.status_code == 410
    assert over.text.replace(root, "") == never.text.replace(f"{TABLET}/customers/h_none", "")


def test_no_copy_of_it_is_kept_on_the_way(sam: Clerk, root: str) -> None:
    assert {sam.open(f"{root}{page}").headers["Cache-Control"] for page in _PAGES} == {"no-store"}


@pytest.mark.parametrize("share", ALL)
def test_a_part_that_she_switched_off_is_not_there(sam: Clerk, anna: Shopper, share: str) -> None:
    root = meet(sam, anna, *(one for one in ALL if one != share))

    assert sam.open(f"{root}/see/{share}").status_code == 410
    assert f"/see/{share}" not in sam.open(root).text


def test_what_somebody_else_kept_is_not_hers_to_order(sam: Clerk, root: str) -> None:
    assert sam.open(f"{root}/order/b-none").status_code == 404
