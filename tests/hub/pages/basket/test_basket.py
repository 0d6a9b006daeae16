import re
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal

import requests

from kiosk.hub.models.basket.basket import find_version
from kiosk.hub.models.basket.basket_line import list_basket_lines
from kiosk.hub.models.catalogue.article import find_article
from kiosk.hub.models.conversation.bookmark import Bookmark
from kiosk.hub.sample.shop import STORE
from tests.codes.labels import print_german
from tests.hub.counter import Shopper
from tests.hub.domain.basket.goods import CHEESE, CHEESE_LABEL, PEN, bound, stock
from tests.hub.phone import read_fields
from tests.hub.running import DEADLINE_S, RunningHub

BASKET = f"/basket/{STORE}"


class Buyer(Shopper):
    """She has her phone in one hand and the goods in the other."""

    def __init__(self, running: RunningHub) -> None:
        super().__init__(running)
        with running.hub.database.write() as session:
            stock(session)

    def look(self, language: str = "en") -> requests.Response:
        return self.browser.get(f"{self.running.url}{BASKET}?lang={language}", timeout=DEADLINE_S)

    def scan(self, code: str, page: requests.Response | None = None) -> requests.Response:
        fields = {**read_fields(page or self.look()), "number": code}
        return self.browser.post(f"{self.running.url}{BASKET}?lang=en", fields, timeout=DEADLINE_S)

    def push(self, do: str) -> requests.Response:
        fields = {**read_fields(self.look()), "do": do}
        return self.browser.post(f"{self.running.url}{BASKET}/change?lang=en", fields, timeout=DEADLINE_S)

    def list_lines(self) -> list[tuple[str, str, int, str]]:
        with self.running.hub.database.read() as session:
            lines = list_basket_lines(session, [self.get_key()])
            return [(line.id, line.code, line.count, line.way) for line in lines]

    def count_changes(self) -> int:
        with self.running.hub.database.read() as session:
            return find_version(session, [self.get_key()])

    def get_key(self) -> str:
        with self.running.hub.database.read() as session:
            return session.get_one(Bookmark, "b-o-mug").member_key


def test_what_she_scans_lies_in_her_basket_with_its_price(running: RunningHub) -> None:
    with Buyer(running) as anna:
        empty, page = anna.look().text, anna.scan("4006381333931")

    assert "Nothing in it yet." in empty
    assert page.status_code == 200
    assert all(text in page.text for text in ("Pen", "€2.00", "All is ready", "VAT at 19%"))


def test_a_form_that_is_sent_twice_counts_once(running: RunningHub) -> None:
    with Buyer(running) as anna:
        page = anna.look()
        for _ in range(2):
            anna.scan("4006381333931", page)

        assert [line[1:] for line in anna.list_lines()] == [(PEN, 1, "take")]
        assert anna.count_changes() == 1


def test_a_code_that_leads_nowhere_says_what_she_can_do(running: RunningHub) -> None:
    with Buyer(running) as anna:
        missed, foreign = anna.scan("4006381333932"), anna.scan("036000291452")

        assert (missed.status_code, foreign.status_code) == (400, 400)
        assert "A digit is wrong." in missed.text
        assert 'value="4006381333932"' in missed.text
        assert "We do not know this article here." in foreign.text
        assert anna.list_lines() == []


def test_she_says_how_much_of_it_and_how_it_comes_to_her(running: RunningHub) -> None:
    with Buyer(running) as anna:
        anna.scan("4006381333931")
        line = anna.list_lines()[0][0]
        anna.push(f"count:{line}:2")
        page = anna.push(f"way:{line}:home")

        assert anna.list_lines() == [(line, PEN, 2, "home")]
        assert "€4.00" in page.text
        assert "Nothing in it yet." in anna.push(f"count:{line}:0").text


def test_a_basket_that_is_full_says_so(running: RunningHub) -> None:
    with Buyer(running) as anna:
        assert "No more fits" in anna.scan(f"(01){PEN}(30)100").text


def test_a_price_that_rose_waits_for_her_word(running: RunningHub) -> None:
    with Buyer(running) as anna:
        anna.scan("4006381333931")
        with running.hub.database.write() as session:
            pen = find_article(session, STORE, PEN)
            assert pen
            pen.price = Decimal("2.50")
        risen = anna.look("de").text
        (accept,) = re.findall("accept:[0-9a-f]+", risen)
        accepted = anna.push(accept).text

    assert "Kostet jetzt mehr: vorher 2,00\N{NO-BREAK SPACE}€." in risen
    assert "Neue Preise sind in Ordnung" in risen
    assert "All is ready" in accepted


def test_nobody_changes_anothers_line(running: RunningHub) -> None:
    with Buyer(running) as anna:
        assert anna.push("count:none:1").status_code == 404


def test_a_phone_that_nobody_knows_sees_no_basket(running: RunningHub, stranger: requests.Session) -> None:
    assert stranger.get(f"{running.url}{BASKET}", timeout=DEADLINE_S).status_code == 401
    assert stranger.get(f"{running.url}/basket/none", timeout=DEADLINE_S).status_code == 404


def test_an_open_page_hears_of_a_change_on_another_phone(running: RunningHub) -> None:
    with Buyer(running) as anna:
        anna.scan("4006381333931")
        address = f"{running.url}{BASKET}/stream?after=0"
        with anna.browser.get(address, stream=True, timeout=DEADLINE_S) as stream:
            told = next(line for line in stream.iter_lines() if line.startswith(b"data:"))

    assert told.startswith(b"data: ")


def test_what_two_phones_scan_at_the_same_instant_counts_twice_in_one_line(running: RunningHub) -> None:
    with Buyer(running) as anna, ThreadPoolExecutor(2) as pool:
        pages = [anna.look() for _ in range(2)]
        answers = list(pool.map(anna.scan, ["4006381333931"] * 2, pages))

        assert [answer.status_code for answer in answers] == [200, 200]
        assert [line[1:] for line in anna.list_lines()] == [(PEN, 2, "take")]


def test_a_label_that_somebody_made_up_is_refused_and_says_whom_to_ask(running: RunningHub) -> None:
    with Buyer(running) as anna:
        with running.hub.database.write() as session:
            bound(session, CHEESE, "1.50", "30.00")
        page = anna.scan(print_german("22", "0007", "00001"))

        assert page.status_code == 400
        assert "No label of ours says this of these goods. Please ask the staff." in page.text
        assert anna.list_lines() == []


def test_what_lies_in_the_basket_at_such_a_price_is_not_paid(running: RunningHub) -> None:
    with Buyer(running) as anna:
        anna.scan(CHEESE_LABEL)
        with running.hub.database.write() as session:
            bound(session, CHEESE, "5.00", "30.00")
        page = anna.look().text

    assert "We do not sell it like that." in page
    assert "All is ready" not in page
