from datetime import timedelta
from decimal import Decimal

from sqlalchemy import select

from kiosk.codes.layout import GERMAN
from kiosk.hub.domain.basket.lookup import look_up
from kiosk.hub.domain.settlement.stock import lower_stock
from kiosk.hub.models.catalogue.article import Article, find_article
from kiosk.hub.models.catalogue.article_price import list_article_prices
from kiosk.hub.models.people.deed import Deed
from kiosk.hub.sample.shop import STORE
from tests.codes.labels import print_german
from tests.hub.console.clerk import Clerk, read_fields
from tests.hub.running import NOW, Dial

CODE = "04012345000016"
PAGE = f"/console/articles/{CODE}"


def find(clerk: Clerk) -> tuple[Article, list[str]]:
    """The article, and all prices that it had."""
    with clerk.running.hub.database.read() as session:
        article = find_article(session, STORE, CODE)
        assert article
        return article, [str(one.amount) for one in list_article_prices(session, article)]


def test_a_new_price_holds_at_once_and_the_old_one_stays_as_evidence(mara: Clerk, dial: Dial) -> None:
    dial.time = NOW + timedelta(minutes=5)
    page = mara.fill_in(PAGE, {"price": "24,90", "deposit": "0,25", "stock": "12", "min_age": "16"}).text
    article, prices = find(mara)

    assert (article.price, article.deposit, article.stock, article.min_age) == (
        Decimal("24.90"),
        Decimal("0.25"),
        12,
        16,
    )
    assert prices == ["29.90", "24.90"]
    assert "Gespeichert. Es gilt ab jetzt." in page
    assert "Kundinnen und Kunden lesen: 24,90" in page
    assert "Niedrigster Preis der letzten 30 Tage: 29,90" in page


def test_what_is_changed_is_on_record(mara: Clerk) -> None:
    mara.fill_in(PAGE, {"stock": "12"})

    with mara.running.hub.database.read() as session:
        noted = session.scalars(select(Deed.what).where(Deed.person == "mara")).all()

    assert "POST /console/articles/{code}" in noted


def test_what_cannot_be_is_said_beside_its_field_and_nothing_changes(mara: Clerk) -> None:
    answer = mara.fill_in(PAGE, {"price": "umsonst", "stock": "5"})
    article, prices = find(mara)

    assert answer.status_code == 400
    assert "Das ist kein Preis." in answer.text
    assert 'value="umsonst"' in answer.text
    assert (article.stock, prices) == (40, ["29.90"])


def test_of_two_who_change_it_at_once_the_second_is_told(mara: Clerk, nils: Clerk, dial: Dial) -> None:
    stale = mara.open(PAGE)
    dial.time = NOW + timedelta(minutes=1)
    nils.fill_in(PAGE, {"price": "24,90"})
    answer = mara.send(PAGE, {**read_fields(stale), "price": "19,90"})

    assert answer.status_code == 409
    assert "Jemand anderes war schneller." in answer.text
    assert find(mara)[0].price == Decimal("24.90")


def sell(clerk: Clerk, pieces: int) -> None:
    """Somebody buys so many meanwhile."""
    hub = clerk.running.hub
    with hub.database.write() as session:
        lower_stock(hub, session, STORE, {CODE: pieces})


def test_what_is_sold_while_the_form_is_open_stays_sold(mara: Clerk) -> None:
    stale = read_fields(mara.open(PAGE))
    sell(mara, 2)
    refused = mara.send(PAGE, {**stale, "price": "umsonst"})
    answer = mara.send(PAGE, {**read_fields(refused), "price": "24,90"})

    assert "Gespeichert." in answer.text
    assert (find(mara)[0].stock, find(mara)[0].price) == (38, Decimal("24.90"))


def test_who_counts_what_is_sold_at_that_moment_counts_again(mara: Clerk) -> None:
    stale = read_fields(mara.open(PAGE))
    sell(mara, 2)
    answer = mara.send(PAGE, {**stale, "stock": "12"})

    assert (answer.status_code, find(mara)[0].stock) == (409, 38)


def test_who_may_look_only_cannot_change_it(sam: Clerk) -> None:
    assert "<fieldset disabled>" in sam.open(PAGE).text
    assert sam.fill_in(PAGE, {"price": "1,00"}).status_code == 403
    assert find(sam)[0].price == Decimal("29.90")


def test_what_a_label_prices_has_no_field_for_a_price(mara: Clerk) -> None:
    page = mara.open("/console/articles/220001").text

    assert "Der Preis steht auf dem Etikett der Waage." in page
    assert 'name="price"' not in page


def test_what_a_label_may_say_is_set_and_holds_at_the_next_scan(mara: Clerk) -> None:
    labelled = "/console/articles/220001"
    page = mara.fill_in(labelled, {"label_least": "3,00", "label_most": "2,00"}).text
    saved = mara.fill_in(labelled, {"label_least": "3,00", "label_most": "25"}).text
    with mara.running.hub.database.read() as session:
        said = [look_up(session, STORE, print_german("22", "0001", cents), GERMAN) for cents in ("00299", "02501")]

    assert 'id="label_most-complaint"' in page
    assert all(text in saved for text in ("Mindestens, in EUR", 'value="3,00"', 'value="25"'))
    assert said == ["odd_label", "odd_label"]
    assert "Mindestens, in Kilogramm" in mara.open("/console/articles/281001").text
    assert "Mindestens" not in mara.open(PAGE).text
