from kiosk.hub.context import Hub
from kiosk.hub.domain.benefits.ledger import Cause, make_gift, post
from kiosk.hub.models.benefits.ledger_account import list_accounts
from kiosk.hub.models.benefits.ledger_line import list_latest, list_lines
from kiosk.hub.sample.shop import STORE
from tests.hub.running import NOW


def test_the_lines_of_a_posting_come_with_their_accounts_and_those_of_an_account_the_latest_first(hub: Hub) -> None:
    with hub.database.write() as session:
        for number in (1, 2, 3):
            posting = post(session, STORE, make_gift(Cause(f"k{number}", "gift", "..."), "points", "m", number), NOW)
        lines = list_lines(session, posting)
        (account,) = list_accounts(session, STORE, "member", "m")
        latest = list_latest(session, [account.id], 2)

    assert [(line.steps, account.kind) for line, account in lines] == [(-3, "store"), (3, "member")]
    assert [(posting.key, line.steps) for posting, line in latest] == [("k3", 3), ("k2", 2)]
