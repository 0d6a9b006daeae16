"""The last picture of a screen's glass, and what came of the question for another one."""

from datetime import datetime, timedelta
from urllib.parse import quote

from msgspec import Struct

from kiosk.hub.console.words import Words
from kiosk.hub.models.screens.screen_picture import ScreenPicture
from kiosk.hub.text.moment import format_moment
from kiosk.hub.text.words import choose_words

SLOW = timedelta(seconds=15)
"""After so long without an answer none will come."""


class Glass(Struct, frozen=True):
    """What the page prints: the picture's address and when it was taken, and why there is no newer one."""

    address: str | None
    taken: str
    news: str


def view_glass(picture: ScreenPicture | None, now: datetime, time_zone: str, words: Words) -> Glass:
    """The glass as it was seen last."""
    if picture is None:
        return Glass(None, "", "")
    address, taken = None, ""
    if picture.taken_at:
        address = f"/console/screens/{quote(picture.screen_id)}/picture?at={picture.taken_at.timestamp():.0f}"
        moment = format_moment(picture.taken_at, now, time_zone, choose_words(words["page"]["language"]))
        taken = words["glass"]["taken"].format(moment=moment)
    return Glass(address, taken, _tell_news(picture, now, words))


def _is_waiting(picture: ScreenPicture) -> bool:
    return picture.taken_at is None or picture.taken_at < picture.asked_at


def _tell_news(picture: ScreenPicture, now: datetime, words: Words) -> str:
    if picture.reason:
        return words["answers"].get(picture.reason, words["answers"]["other"])
    if not _is_waiting(picture):
        return ""
    return words["glass"]["coming" if now - picture.asked_at < SLOW else "silent"]
