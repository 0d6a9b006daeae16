"""An item of the loop as the console tells of it: what it is, when it plays and where."""

from collections.abc import Mapping, Sequence
from datetime import datetime

import msgspec
from msgspec import Struct

from kiosk.contract.daypart import Daypart
from kiosk.contract.offer import Validity
from kiosk.contract.phrase import choose_phrase
from kiosk.hub.console.words import Words
from kiosk.hub.models.catalogue.offer import Offer, state_offer
from kiosk.hub.models.catalogue.picture import state_media
from kiosk.hub.models.catalogue.playlist_item import PlaylistItem
from kiosk.hub.text.moment import format_moment
from kiosk.hub.text.words import choose_words


class ItemRow(Struct, frozen=True):
    """What the list prints of an item; `is_on` is whether it may play now."""

    id: str
    kind: str
    title: str
    picture: str | None
    video: str | None
    details: tuple[str, ...]
    is_on: bool


class Shelf(Struct, frozen=True):
    """What items refer to: the store's offers, and where something may be meant for, both by their ids."""

    offers: Mapping[str, Offer]
    targets: Mapping[str, str]


def name_target(item: PlaylistItem) -> str:
    """For whom it is, as a form says it."""
    return f"screen:{item.screen_id}" if item.screen_id else f"group:{item.group_id}" if item.group_id else ""


def view_item(item: PlaylistItem, shelf: Shelf, local: datetime, words: Words) -> ItemRow:
    """The row of an item at this time, which is the store's own."""
    offer, media = shelf.offers.get(item.offer_id or ""), state_media(item.media)
    return ItemRow(
        id=item.id,
        kind=item.kind,
        title=find_title(item, offer, words),
        picture=_find_picture(item, offer, local),
        video=media.url if media and item.kind == "video" else None,
        details=tuple(_list_details(item, shelf.targets, local, words)),
        is_on=_is_on(item, offer, local),
    )


def find_title(item: PlaylistItem, offer: Offer | None, words: Words) -> str:
    """What the item is called: by the offer that it shows, by its own words, or by its file."""
    language = words["page"]["language"]
    title = choose_phrase(offer.title if offer and item.kind == "offer" else item.title, language)
    return title or item.label or words["loop"][item.kind]


def _find_picture(item: PlaylistItem, offer: Offer | None, local: datetime) -> str | None:
    if item.kind == "video":
        return None
    stated = state_offer(offer, local) if offer else None
    image = state_media(item.media) or (stated and (stated.image or stated.image_portrait))
    return image.url if image else None


def _is_on(item: PlaylistItem, offer: Offer | None, local: datetime) -> bool:
    parts = msgspec.convert(item.dayparts, tuple[Daypart, ...])
    is_there = item.kind != "offer" or (offer is not None and offer.archived_at is None)
    is_open = not parts or any(part.covers(local) for part in parts)
    return is_there and is_open and Validity(item.valid_from, item.valid_until).covers(local)


def _list_details(item: PlaylistItem, targets: Mapping[str, str], local: datetime, words: Words) -> Sequence[str]:
    phrases = words["loop"]
    seconds = phrases["seconds_each"].format(seconds=f"{item.seconds:.3g}")
    details = [] if item.kind == "ticker" else [seconds]
    details.append(targets.get(name_target(item), phrases["nowhere"]))
    if item.dayparts:
        details.append(phrases["windows"].format(count=len(item.dayparts)))
    for name, moment in (("since", item.valid_from), ("till", item.valid_until)):
        if moment:
            speech = choose_words(words["page"]["language"])
            details.append(phrases[name].format(moment=format_moment(moment, local, str(local.tzinfo), speech)))
    if item.priority:
        details.append(phrases["first"].format(priority=item.priority))
    if item.weight > 1:
        details.append(phrases["share"].format(weight=item.weight))
    return details
