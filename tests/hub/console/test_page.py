import pytest

from tests.hub.console.clerk import Clerk


def test_the_language_that_she_chooses_stays(anybody: Clerk) -> None:
    assert "Willkommen" in anybody.open("/console/sign-in").text
    assert "Welcome" in anybody.open("/console/sign-in?lang=en").text
    assert "Welcome" in anybody.open("/console/sign-in").text
    assert "Willkommen" in anybody.open("/console/sign-in?lang=de").text


def test_a_language_that_there_is_not_changes_nothing(anybody: Clerk) -> None:
    page = anybody.open("/console/sign-in?lang=fr")

    assert "Willkommen" in page.text
    assert "vitrine_language" not in anybody.browser.cookies


def test_the_other_language_keeps_what_was_searched_for(mara: Clerk) -> None:
    assert 'href="?q=mug&amp;lang=en"' in mara.open("/console/offers?q=mug").text


@pytest.mark.parametrize(
    ("place", "area"),
    [("screens", "screens"), ("groups", "screens"), ("calls", "tablet"), ("mails", "inbox"), ("offers/new", "offers")],
)
def test_the_bar_says_in_which_area_a_page_lies(mara: Clerk, place: str, area: str) -> None:
    page = mara.open(f"/console/{place}").text

    assert page.count('aria-current="page">') >= 1
    assert f'<a href="/console/{area}" aria-current="page">' in page
