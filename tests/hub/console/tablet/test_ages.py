import re

import pytest
import requests

from tests.hub.console.clerk import Clerk, read_fields
from tests.hub.pages.basket.test_basket import Buyer
from tests.hub.running import RunningHub

AGES = "/console/tablet/ages"
WINE = "96385074"


def decide(clerk: Clerk, page: requests.Response, verdict: str) -> requests.Response:
    """Press the button for the first line of this page."""
    found = re.search(rf'action="{AGES}/([^"]+)"', page.text)
    assert found
    return clerk.send(f"{AGES}/{found[1]}", {**read_fields(page), "verdict": verdict})


def test_who_waits_is_listed_by_her_code_and_never_by_who_she_is(sam: Clerk) -> None:
    empty = sam.open(AGES).text
    with Buyer(sam.running) as anna:
        phone = anna.scan(WINE).text
        page, first = sam.open(f"{AGES}/live").text, sam.open("/console/tablet/live").text
        code = re.search(r'class="figure">([0-9A-Z]{4})<', phone)

        assert code
        assert "Gerade wartet niemand" in empty
        assert all(text in page for text in (code[1], "Wine", "Ab 18 Jahren"))
        assert "Jemand wartet auf eine Altersfreigabe" in first
        assert anna.get_key() not in page


@pytest.mark.parametrize(
    ("verdict", "said", "told"),
    [
        ("approve", "Das Handy zeigt es schon an.", "All is ready"),
        ("refuse", "Abgelehnt von sam", "so you cannot buy it"),
    ],
)
def test_what_the_staff_decide_is_on_her_phone_and_on_record(
    sam: Clerk, mara: Clerk, verdict: str, said: str, told: str
) -> None:
    with Buyer(sam.running) as anna:
        anna.scan(WINE)
        answer = decide(sam, sam.open(AGES), verdict)

        assert said in answer.text
        assert told in anna.look().text
    assert "Alter einer Kundin geprüft" in mara.open("/console/reports/deeds").text


def test_who_changed_her_basket_meanwhile_is_looked_at_once_more(sam: Clerk) -> None:
    with Buyer(sam.running) as anna:
        anna.scan(WINE)
        seen = sam.open(AGES)
        anna.scan(WINE)

        assert "hat sich inzwischen geändert" in decide(sam, seen, "approve").text
        assert "2 \N{MULTIPLICATION SIGN} Wine" in sam.open(AGES).text
        assert decide(sam, sam.open(AGES), "perhaps").status_code == 400


def test_another_store_sees_and_decides_nothing(sam: Clerk, otto: Clerk, running: RunningHub) -> None:
    with Buyer(running) as anna:
        anna.scan(WINE)
        seen = sam.open(AGES)
        line = anna.list_lines()[0][0]

        assert "Wine" not in otto.open(AGES).text
        fields = {**read_fields(otto.open(AGES)), **read_fields(otto.open("/console/tablet")), "verdict": "approve"}
        assert otto.send(f"{AGES}/{line}", {**read_fields(seen), **fields}).status_code == 404
