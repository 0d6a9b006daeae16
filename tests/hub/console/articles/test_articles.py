import pytest

from kiosk.hub.console.articles import articles
from kiosk.hub.models.catalogue.article import find_article
from kiosk.hub.sample.shop import STORE
from tests.hub.console.clerk import Clerk
from tests.hub.running import NOW

LIST = "/console/articles"


def test_the_list_tells_what_each_costs_and_how_many_there_are(sam: Clerk) -> None:
    page = sam.open(LIST).text

    assert [text for text in ("Steinzeugbecher", "29,90", "Noch 40", "Preis auf dem Etikett") if text not in page] == []


def test_the_list_speaks_the_language_of_who_reads_it(sam: Clerk) -> None:
    page = sam.open(f"{LIST}?lang=en").text

    assert "Stoneware mug" in page
    assert "· Living" in page


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("BECHER", True),
        ("stoneware", True),
        ("4012345000016", True),
        ("(01)04012345000016", True),
        ("345000016", True),
        ("xyz", False),
        ("4012345000023", False),
    ],
)
def test_an_article_is_found_by_a_word_of_any_language_and_by_its_code(sam: Clerk, word: str, *, found: bool) -> None:
    page = sam.open(f"{LIST}?q={word}").text

    assert ("Steinzeugbecher" in page) is found
    assert "Wolldecke" not in page


def test_a_list_that_is_too_long_says_how_many_more_there_are(sam: Clerk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(articles, "MOST", 2)
    page = sam.open(LIST).text

    assert "Und 15 weitere." in page


def test_what_is_sold_no_more_says_so_and_stands_last(sam: Clerk) -> None:
    with sam.running.hub.database.write() as session:
        mug = find_article(session, STORE, "04012345000016")
        assert mug
        mug.archived_at = NOW
    page = sam.open(LIST).text

    assert "Nicht mehr verkauft" in page
    assert page.index("Steinzeugbecher") > page.index("Wolldecke")


def test_another_store_has_none_of_it(otto: Clerk) -> None:
    assert "Noch kein Artikel." in otto.open(LIST).text
    assert "Dazu findet sich nichts." in otto.open(f"{LIST}?q=becher").text
    assert otto.open(f"{LIST}/04012345000016").status_code == 404


def test_what_is_searched_for_is_never_markup(sam: Clerk) -> None:
    assert "<script>x" not in sam.open(f"{LIST}?q=<script>x").text
