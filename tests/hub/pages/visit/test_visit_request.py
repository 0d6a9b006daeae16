from tests.hub.pages.visit.test_visit import VISIT, Guest
from tests.hub.phone import read_fields
from tests.hub.running import DEADLINE_S, RunningHub


def test_a_form_of_another_page_of_hers_begins_no_visit(running: RunningHub) -> None:
    with Guest(running) as anna:
        fields = read_fields(anna.open())
        refused = anna.browser.post(f"{running.url}{VISIT}", fields, timeout=DEADLINE_S)

        assert refused.status_code == 403
        assert anna.list_ways() == []
