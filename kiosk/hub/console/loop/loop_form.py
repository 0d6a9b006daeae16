"""An item of the loop as it stands in its form, and what of it can be kept."""

from collections.abc import Collection, Mapping

from msgspec import Struct
from starlette.datastructures import FormData

from kiosk.hub.console.form.field_reader import Complaint, FieldReader, type_moment
from kiosk.hub.console.form.form import get_text
from kiosk.hub.console.form.windows import Window, draft_windows, read_windows, type_windows
from kiosk.hub.console.loop.loop_view import name_target
from kiosk.hub.console.loop.target import Place, Target
from kiosk.hub.models.catalogue.playlist_item import PlaylistItem

LONGEST_TITLE, LONGEST_TEXT = 60, 200
MOST_SECONDS, MOST_PRIORITY, MOST_WEIGHT = 600, 100, 100
FIELDS = ("title_de", "title_en", "text_de", "text_en", "seconds", "weight", "priority", "valid_from", "valid_until")
WORDED = frozenset({"text", "ticker"})
TAPPED = frozenset({"image", "video", "text"})
"""While one of these is on, a tap may keep an offer that they name."""
TIMED = frozenset({"image", "offer", "text"})
"""These take as long as somebody says."""


class TypedItem(Struct, frozen=True):
    """The form's fields by name, its rows of windows, for which screens it is, and the offer that a tap keeps."""

    texts: Mapping[str, str]
    windows: tuple[Window, ...]
    target: str
    offer: str


def read_item(form: FormData) -> TypedItem:
    """What the form says."""
    texts = {name: get_text(form, name) for name in FIELDS}
    return TypedItem(texts, read_windows(form), get_text(form, "target"), get_text(form, "offer"))


def type_item(item: PlaylistItem, time_zone: str) -> TypedItem:
    """What the form says of an item that is kept."""
    texts = {
        **{f"title_{one}": item.title.get(one, "") for one in ("de", "en")},
        **{f"text_{one}": item.text.get(one, "") for one in ("de", "en")},
        "seconds": f"{item.seconds:g}",
        "weight": str(item.weight),
        "priority": str(item.priority),
        "valid_from": type_moment(item.valid_from, time_zone),
        "valid_until": type_moment(item.valid_until, time_zone),
    }
    return TypedItem(texts, type_windows(item.dayparts), name_target(item), item.offer_id or "")


def put_item(
    item: PlaylistItem, typed: TypedItem, place: Place, offers: Collection[str], time_zone: str
) -> dict[str, Complaint]:
    """Put what is typed into the item, and say by field what cannot be kept; `offers` are those of the store, by id."""
    reader = FieldReader(typed.texts, time_zone)
    if item.kind in WORDED:
        _put_words(item, reader)
    if item.kind in TAPPED:
        item.offer_id = typed.offer or None
        if typed.offer and typed.offer not in offers:
            reader.complaints["offer"] = Complaint("no_offer")
    if item.kind in TIMED:
        item.seconds = reader.read_count("seconds", 1, MOST_SECONDS) or item.seconds
    _put_often(item, reader)
    _put_when(item, typed, reader)
    _put_where(item, place.read(typed.target), reader)
    return reader.complaints


def _put_often(item: PlaylistItem, reader: FieldReader) -> None:
    item.weight = reader.read_count("weight", 1, MOST_WEIGHT) or 1
    item.priority = reader.read_count("priority", -MOST_PRIORITY, MOST_PRIORITY) or 0


def _put_when(item: PlaylistItem, typed: TypedItem, reader: FieldReader) -> None:
    start, until = reader.read_moment("valid_from"), reader.read_moment("valid_until")
    if start and until and until <= start:
        reader.complaints["valid_until"] = Complaint("ends_early")
    item.valid_from, item.valid_until = start, until
    dayparts = draft_windows(typed.windows)
    if dayparts is None:
        reader.complaints["windows"] = Complaint("no_window")
    item.dayparts = dayparts or []


def _put_where(item: PlaylistItem, target: Target | None, reader: FieldReader) -> None:
    if target is None:
        reader.complaints["target"] = Complaint("no_target")
    item.screen_id, item.group_id = (target.screen_id, target.group_id) if target else (None, None)


def _put_words(item: PlaylistItem, reader: FieldReader) -> None:
    item.title, item.text = reader.read_words("title", LONGEST_TITLE), reader.read_words("text", LONGEST_TEXT)
    if not item.title:
        reader.complaints.setdefault("title_de", Complaint("title_missing"))
