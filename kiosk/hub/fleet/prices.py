"""Has the broker keep the price of each article that is sold: what the database says, and only that."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from queue import Empty, SimpleQueue
from threading import Event as Flag

import msgspec
from sqlalchemy.orm import Session

from kiosk.contract.shelf_price import name_price_topic, name_told_topic, read_price_topic, write_told
from kiosk.hub.context import Hub
from kiosk.hub.fleet.told_prices import ToldPrices
from kiosk.hub.models.catalogue.article import find_last_change, list_sold
from kiosk.hub.models.catalogue.article_price import map_article_reductions
from kiosk.hub.models.catalogue.price import Reduction
from kiosk.hub.models.catalogue.shelf_price import state_shelf_price
from kiosk.hub.models.store.store import list_stores
from kiosk.hub.mqtt.line import Line

EVERY_S = 1.0
"""So often one looks whether a price has changed."""
BEAT = timedelta(seconds=15)
"""So often screens are told that the prices still hold."""
MOST_KEPT = 100_000
"""Topics of prices that a broker is heard to keep; those beyond are heard at the next connection."""


class Prices:
    """Tells all stores' prices; `tell` is called on a thread of its own, all else on the line's.

    What is told is not noted in the database: at each connection everything is said again, for the broker may have
    forgotten it, and what it keeps of articles that are not sold is withdrawn. So a hub that was killed between the
    database and the broker is corrected by the next one.
    """

    def __init__(self, hub: Hub, line: Line) -> None:
        self._hub = hub
        self._line = line
        self._is_anew = Flag()
        self._kept = SimpleQueue[tuple[str, str]]()
        self._stores: dict[str, ToldPrices] | None = None  # nothing is said before there was a broker

    def begin_anew(self) -> None:
        """There is a broker again, who knows what?"""
        self._is_anew.set()

    def note_kept(self, topic: str) -> bool:
        """Note that the broker keeps something there; whether that is where a price is."""
        found = read_price_topic(topic)
        if found and self._kept.qsize() < MOST_KEPT:
            self._kept.put(found)
        return found is not None

    def tell(self) -> float:
        """Say what is not said yet, where there is a broker; the seconds until the next look."""
        if self._is_anew.is_set():
            self._is_anew.clear()
            self._stores = {}
        if self._stores is not None and self._line.is_up():
            with self._hub.database.read() as session:
                stores = {store.id: self._stores.get(store.id, ToldPrices()) for store in list_stores(session)}
            self._stores = stores
            self._note_all_kept(stores)
            for store_id, told in stores.items():
                self._tell_store(store_id, told)
        return EVERY_S

    def _note_all_kept(self, stores: Mapping[str, ToldPrices]) -> None:
        try:
            while True:
                store_id, code = self._kept.get_nowait()
                if store_id in stores:
                    stores[store_id].note_kept(code)
        except Empty:
            pass

    def _tell_store(self, store_id: str, told: ToldPrices) -> None:
        # Before the prices are read, so that they hold until then for certain.
        now = self._hub.now()
        with self._hub.database.read() as session:
            changed_at = find_last_change(session, store_id)
            wanted = _state_prices(session, store_id, now) if told.is_due(changed_at, now) else None
        if wanted is not None:
            told.note_compared(changed_at, now, is_whole=self._correct(store_id, told, wanted))
        if told.is_whole() and (told.beat_at is None or now - told.beat_at >= BEAT):
            self._beat(store_id, told, now)

    def _correct(self, store_id: str, told: ToldPrices, wanted: Mapping[str, bytes]) -> bool:
        """Say what differs, until the broker does not take it; whether it took everything."""
        news = told.list_news(wanted)
        topics = self._line.keep_all((name_price_topic(store_id, code), payload) for code, payload in news)
        taken = 0
        for _, (code, payload) in zip(topics, news, strict=False):
            told.note_taken(code, payload)
            taken += 1
        return taken == len(news)

    def _beat(self, store_id: str, told: ToldPrices, now: datetime) -> None:
        if self._line.say(name_told_topic(store_id), write_told(now), kept=True):
            told.beat_at = now


def _state_prices(session: Session, store_id: str, now: datetime) -> dict[str, bytes]:
    reductions = map_article_reductions(session, store_id, now)
    sold = list_sold(session, store_id)
    stated = (state_shelf_price(article, reductions.get(article.code, Reduction())) for article in sold)
    return {one.code: msgspec.json.encode(one) for one in stated if one}
