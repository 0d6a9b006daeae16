from kiosk.hub.rate_limiter import BASKETS, PHONES
from tests.hub.pages.basket.test_basket import BASKET, Buyer
from tests.hub.phone import read_fields
from tests.hub.running import DEADLINE_S, RunningHub


def test_a_form_of_another_page_of_hers_does_not_do_for_her_basket(running: RunningHub) -> None:
    with Buyer(running) as anna:
        fields = {**read_fields(anna.open()), "page": "p", "number": "4006381333931"}
        refused = anna.browser.post(f"{running.url}{BASKET}", fields, timeout=DEADLINE_S)

        assert refused.status_code == 403
        assert anna.list_lines() == []


def test_she_scans_on_while_others_behind_the_same_address_scan_and_is_stopped_alone(running: RunningHub) -> None:
    with Buyer(running) as anna:
        running.hub.phones.enter("127.0.0.1", running.hub.now(), PHONES.most)
        assert anna.scan("4006381333931").status_code == 200

        running.hub.baskets.enter(anna.get_key(), running.hub.now(), BASKETS.most - 1)
        assert anna.scan("4006381333931").status_code == 429
