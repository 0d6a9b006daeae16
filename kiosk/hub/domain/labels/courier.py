"""Brings each label the picture of its article's price, as soon as that changes, and until it was taken."""

import hashlib
import random
from contextlib import AbstractContextManager, nullcontext
from datetime import datetime, timedelta

import msgspec
from msgspec import Struct
from sqlalchemy.orm import Session

from kiosk.backoff import Backoff
from kiosk.contract.shelf_price import ShelfPrice
from kiosk.errors import KioskError
from kiosk.hub.context import Hub
from kiosk.hub.domain.labels.label_text import write_label
from kiosk.hub.models.catalogue.article import Article
from kiosk.hub.models.catalogue.article_price import list_article_prices, reckon_article_reduction
from kiosk.hub.models.catalogue.shelf_price import state_shelf_price
from kiosk.hub.models.store.shelf_label import ShelfLabel, list_due_labels, list_shelf_labels
from kiosk.hub.models.store.store import list_stores
from kiosk.hub.shelf_labels.access_point import AccessPoint, AccessPointAway, LabelRefused, Panel, Sighting
from kiosk.hub.shelf_labels.drawing import draw_label, encode_label
from kiosk.hub.shelf_labels.openepaperlink import OpenEPaperLink
from kiosk.poller import Poller

EVERY_S = 1.0
"""So often one looks whether a price has changed."""
LISTEN = timedelta(seconds=30)
"""So often the access point is asked how its labels are."""
_REST_S = 10.0
_MOST_AT_ONCE = 50
_FORM = "1"
"""Another one where labels are drawn otherwise, so that all are drawn anew."""
_BACKOFF = Backoff(random.SystemRandom().random, base_s=5.0, cap_s=900.0, least=0.5)


def keep_labels_told(hub: Hub) -> AbstractContextManager[object]:
    """Bring pictures for as long as this lasts, where there is an access point."""
    url = hub.settings.access_point
    return Poller("labels", LabelCourier(hub, OpenEPaperLink(url)).look, _REST_S) if url else nullcontext()


class _Errand(Struct, frozen=True):
    """A label, the kind that it is, what it was sent, and the price that it is to show, in this language."""

    mac: str
    kind: int
    sent: str | None
    price: ShelfPrice | None
    language: str


class LabelCourier:
    """Looks for what is due; all else is in the database, so that nothing is forgotten when the hub ends."""

    def __init__(self, hub: Hub, access_point: AccessPoint, backoff: Backoff = _BACKOFF) -> None:
        self._hub = hub
        self._access_point = access_point
        self._backoff = backoff
        self._heard_at: datetime | None = None

    def look(self) -> float:
        """Do what is due; the seconds until the next look.

        Raises `AccessPointAway` where it cannot be reached: what was due stays so.
        """
        now = self._hub.now()
        if self._heard_at is None or not timedelta(0) <= now - self._heard_at < LISTEN:
            self._note_sightings(self._access_point.list_sightings(), now)
            self._heard_at = now
        for errand in self._list_errands(now):
            self._run(errand, now)
        return EVERY_S

    def _note_sightings(self, sightings: list[Sighting], now: datetime) -> None:
        seen = {one.mac: one for one in sightings}
        with self._hub.database.write() as session:
            for store in list_stores(session):
                for label in list_shelf_labels(session, store.id):
                    if label.mac in seen:
                        _note(label, seen[label.mac], now)

    def _list_errands(self, now: datetime) -> list[_Errand]:
        with self._hub.database.read() as session:
            languages = {store.id: store.language for store in list_stores(session)}
            due = list_due_labels(session, now, _MOST_AT_ONCE)
            return [
                _Errand(label.mac, label.kind, label.sent, _state(session, article, now), languages[label.store_id])
                for label, article in due
                if label.kind is not None  # nobody knows yet how large it is
            ]

    def _run(self, errand: _Errand, now: datetime) -> None:
        """Send what differs. Raises `AccessPointAway`, once the next try was put off."""
        try:
            sent = self._send(errand)
        except KioskError as error:
            self._put_off(errand.mac, str(error), now)
            if isinstance(error, AccessPointAway):
                raise
            return
        with self._hub.database.write() as session:
            label = session.get(ShelfLabel, errand.mac)
            if label is not None:
                is_news = label.sent != sent
                label.sent, label.sent_at = sent, now if is_news else label.sent_at
                label.waits = label.waits or is_news
                label.compared_at, label.tries, label.reason = now, 0, None

    def _send(self, errand: _Errand) -> str:
        panel = self._access_point.find_panel(errand.kind)
        if panel is None:
            message = f"label {errand.mac}: nobody knows how large its panel is"
            raise LabelRefused(message)
        sent = _tell_apart(errand, panel)
        if sent != errand.sent:
            picture = draw_label(write_label(errand.price, errand.language), panel)
            self._access_point.send_picture(errand.mac, encode_label(picture))
        return sent

    def _put_off(self, mac: str, reason: str, now: datetime) -> None:
        with self._hub.database.write() as session:
            label = session.get(ShelfLabel, mac)
            if label is not None:
                label.tries += 1
                label.due_at = now + timedelta(seconds=self._backoff.draw(label.tries))
                label.reason = reason


def _state(session: Session, article: Article | None, now: datetime) -> ShelfPrice | None:
    if article is None or article.archived_at is not None:
        return None
    return state_shelf_price(article, reckon_article_reduction(list_article_prices(session, article), now))


def _tell_apart(errand: _Errand, panel: Panel) -> str:
    """What tells this picture from any other."""
    told = msgspec.json.encode((_FORM, errand.price, errand.language, panel))
    return hashlib.sha256(told).hexdigest()


def _note(label: ShelfLabel, sighting: Sighting, now: datetime) -> None:
    label.kind, label.seen_at, label.next_at = sighting.kind, sighting.seen_at, sighting.next_at
    label.waits, label.battery_mv, label.told_at = sighting.waits, sighting.battery_mv, now
