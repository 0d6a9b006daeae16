from datetime import timedelta

from kiosk.hub.context import Hub
from kiosk.hub.models.catalogue.stock_move import StockMove, sum_moves
from kiosk.hub.sample.shop import STORE


def test_only_what_moved_of_the_article_since_then_is_counted(hub: Hub) -> None:
    now = hub.now()
    with hub.database.write() as session:
        for code, pieces, minutes in (("a", -3, 2), ("a", 1, 1), ("a", -8, 10), ("b", -5, 1)):
            moved_at = now - timedelta(minutes=minutes)
            session.add(StockMove(store_id=STORE, code=code, pieces=pieces, moved_at=moved_at))
        session.flush()

        assert sum_moves(session, STORE, "a", now - timedelta(minutes=5)) == -2
        assert sum_moves(session, STORE, "c", now - timedelta(days=1)) == 0
