import re
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest
import requests
from typing_extensions import override

from kiosk.contract.money import Money
from kiosk.hub.domain.settlement.training_till import TrainingTill
from kiosk.hub.sample.shop import STORE
from tests.doubles.moody_provider import MoodyProvider
from tests.hub.accounts import join, open_doors
from tests.hub.pages.basket.test_basket import BASKET, Buyer
from tests.hub.phone import read_fields
from tests.hub.running import DEADLINE_S, RunningHub

LEAVING = f"{BASKET}/leaving"
VISIT = f"/visit/{STORE}"
HIGHEST = Money(Decimal(150), "EUR")


AS_PICTURE = {"Sec-Fetch-Site": "same-origin", "Sec-Fetch-Mode": "no-cors", "Sec-Fetch-Dest": "image"}


def find_dots(page: requests.Response) -> list[str]:
    """The addresses of the dots that the page loads."""
    return re.findall(r'src="(/basket/[^"]+/seen/[^"]+)"', page.text)


class Leaver(Buyer):
    """Anna, who takes a pen, and is on her way to the door."""

    def open(self, path: str = LEAVING, language: str = "en") -> requests.Response:
        return self.load(self.browser.get(f"{self.running.url}{path}?lang={language}", timeout=DEADLINE_S))

    @override
    def look(self, language: str = "en") -> requests.Response:
        return self.load(super().look(language))

    def load(self, page: requests.Response) -> requests.Response:
        """As her phone does with a page: it loads the dot by which it says that the page is there."""
        for dot in find_dots(page):
            self.browser.get(f"{self.running.url}{dot}", headers=AS_PICTURE, timeout=DEADLINE_S).raise_for_status()
        return page

    def send(self, path: str, page: requests.Response | None = None, **fields: str) -> requests.Response:
        """A button of the page, sent as a browser would."""
        sent = {**read_fields(page or self.open()), **fields}
        return self.browser.post(f"{self.running.url}{path}?lang=en", sent, timeout=DEADLINE_S)

    def allow(self, most: str = "60", named: str = "pays") -> requests.Response:
        self.send(LEAVING, most=most)
        return self.send(f"{LEAVING}/training", named=named)

    def scan_on_a_visit(self) -> None:
        """She is in the store, and what she has lies in the basket since then."""
        self.send(VISIT, self.open(VISIT))
        self.running.dial.turn(timedelta(minutes=1))
        self.scan("4006381333931")


def offer(running: RunningHub, provider: TrainingTill | MoodyProvider) -> None:
    settings = replace(running.hub.settings, charge_on_leaving=HIGHEST)
    running.hub = replace(running.hub, settings=settings, provider=provider)
    running.server.serve(running.hub)


@pytest.fixture
def training(running: RunningHub) -> RunningHub:
    offer(running, TrainingTill(running.hub.database, running.hub.now))
    return running


def test_she_allows_it_up_to_her_limit_changes_that_and_takes_it_back_in_one_press(training: RunningHub) -> None:
    with Leaver(training) as anna:
        basket = anna.look()
        asked = anna.open()
        naming = anna.send(LEAVING, asked, most="60")
        kept = anna.send(f"{LEAVING}/training", naming, named="pays")
        changed = anna.send(f"{LEAVING}/limit", kept, most="80.50")
        revoked = anna.send(f"{LEAVING}/revoke", changed)

    assert f'{LEAVING}?lang=en">Pay as you leave</a>' in basket.text
    assert all(text in asked.text for text in ("without a further tap", "From €1.00 to €150.00", "2026-11"))
    assert "Nothing is charged now" in naming.text
    assert "At most €60.00 for one visit" in kept.text
    assert "At most €80.50 for one visit" in changed.text
    assert "the payment provider deletes your card" in revoked.text
    assert "Allow it and add a card" in revoked.text


@pytest.mark.parametrize("typed", ["", "0", "150.01", "ten"])
def test_what_is_no_limit_is_said_to_be_none_and_nothing_is_allowed(training: RunningHub, typed: str) -> None:
    with Leaver(training) as anna:
        refused = anna.send(LEAVING, most=typed)

        assert refused.status_code == 422
        assert "Please give an amount from €1.00 to €150.00, for example €75.00." in refused.text
        assert "Allow it and add a card" in anna.open().text


def test_a_limit_that_is_changed_to_nonsense_stays_what_it_was(training: RunningHub) -> None:
    with Leaver(training) as anna:
        anna.allow("60")
        refused = anna.send(f"{LEAVING}/limit", most="-1")

        assert refused.status_code == 422
        assert "At most €60.00" in anna.open().text


def test_who_ends_her_visit_reads_before_what_is_charged_and_after_what_was(training: RunningHub) -> None:
    with Leaver(training) as anna:
        anna.allow()
        anna.scan_on_a_visit()
        visit = anna.open(VISIT)
        paid = anna.send(f"{VISIT}/end", visit)

    assert "we charge €2.00 for your basket" in visit.text
    assert '<button class="" type="submit">Leave and pay €2.00</button>' in visit.text
    assert "Paid, thank you" in paid.text


def test_the_store_s_highest_limit_counts_on_the_pages_once_it_is_the_lower_one(training: RunningHub) -> None:
    with Leaver(training) as anna:
        anna.allow("60")
        anna.scan_on_a_visit()
        lowered = replace(training.hub.settings, charge_on_leaving=Money(Decimal("1.50"), "EUR"))
        training.hub = replace(training.hub, settings=lowered)
        training.server.serve(training.hub)

        assert "At most €1.50 for one visit" in anna.open().text
        assert "the purchase costs more than your limit" in anna.open(VISIT).text


def test_who_carries_what_is_unclear_reads_before_that_nothing_is_charged_and_why(training: RunningHub) -> None:
    with Leaver(training) as anna:
        anna.allow()
        anna.scan("4006381333931")
        training.dial.turn(timedelta(minutes=1))
        anna.scan_on_a_visit()
        visit = anna.open(VISIT)
        ended = anna.send(f"{VISIT}/end", visit)

    assert "we charge nothing, because something of it lay there before your visit" in visit.text
    assert '<button class="quiet" type="submit">End the visit</button>' in visit.text
    assert ended.url.endswith(f"{VISIT}?lang=en")


def test_where_the_provider_says_nothing_that_is_said_calmly_and_she_can_call_it_off(running: RunningHub) -> None:
    moody = MoodyProvider(deaf=True)
    offer(running, moody)
    with Leaver(running) as anna:
        unclear = anna.send(LEAVING, most="60")
        moody.deaf = False
        ended = anna.send(f"{LEAVING}/revoke", unclear)

    assert "We are still asking" in unclear.text
    assert "Allow it and add a card" in ended.text
    assert moody.means == {}


def test_a_store_that_charges_nobody_so_has_no_such_page_but_for_who_takes_it_back(training: RunningHub) -> None:
    with Leaver(training) as anna:
        anna.allow()
        training.hub = replace(training.hub, settings=replace(training.hub.settings, charge_on_leaving=None))
        training.server.serve(training.hub)
        kept = anna.open()
        closed = [anna.send(LEAVING, kept, most="9"), anna.send(f"{LEAVING}/revoke", kept), anna.open()]

    assert "Turn off" in kept.text
    assert "Change the limit" not in kept.text
    assert [one.status_code for one in closed] == [404, 404, 404]


def test_who_signs_in_reads_that_it_is_off_and_allows_it_anew(training: RunningHub) -> None:
    post = open_doors(training)
    with Leaver(training) as anna:
        anna.allow()
        join(training, anna.browser, post)
        ended = anna.open()
        anna.send(f"{LEAVING}", ended, most="60")
        again = anna.send(f"{LEAVING}/training", named="pays")
        account = anna.open("/account")

    assert "the payment provider deletes your card" in ended.text
    assert "Allow it and add a card" in ended.text
    assert "At most €60.00 for one visit" in again.text
    assert f'{LEAVING}?lang=en">Pay as you leave</a>' in account.text


def test_the_training_till_s_page_leads_back_where_there_is_nothing_to_name(training: RunningHub) -> None:
    with Leaver(training) as anna:
        before = anna.open(f"{LEAVING}/training")
        anna.send(LEAVING, most="60")
        asked = anna.open(f"{LEAVING}/training")

    assert before.url.endswith(f"{LEAVING}?lang=en")
    assert "A card that is declined" in asked.text


def test_where_another_provider_takes_the_money_there_is_no_training_till(running: RunningHub) -> None:
    offer(running, MoodyProvider())
    with Leaver(running) as anna:
        assert anna.open(f"{LEAVING}/training").status_code == 404


def test_german_reads_german(training: RunningHub) -> None:
    with Leaver(training) as anna:
        anna.allow("60")

        assert "Höchstens 60,00\N{NO-BREAK SPACE}€ je Besuch" in anna.open(language="de").text
