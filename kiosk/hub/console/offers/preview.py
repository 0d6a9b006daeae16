"""What a screen would make of an offer that is still being written, and what the law lets its price say."""

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal

from msgspec import Struct

from kiosk.contract.money import Money
from kiosk.contract.offer import Offer as StatedOffer
from kiosk.contract.phrase import choose_phrase
from kiosk.hub.console.offers.draft import CURRENCY, Draft
from kiosk.hub.console.words import Words
from kiosk.hub.models.catalogue.offer import Offer, reckon_unit_price
from kiosk.hub.models.catalogue.picture import state_media
from kiosk.hub.models.catalogue.price import Price, Reduction, reckon_reduction
from kiosk.hub.text.moment import format_moment
from kiosk.hub.text.money import format_money
from kiosk.hub.text.price_tag import Tag, make_tag
from kiosk.hub.text.words import choose_words

_MOST_HISTORY = 6


class Preview(Struct, frozen=True):
    """The offer as screens would be told it, and in words; `history` is when each price was what, the newest first."""

    offer: StatedOffer
    title: str
    told: str
    evidence: str
    history: tuple[tuple[str, str], ...]


def preview_offer(offer: Offer | None, draft: Draft, now: datetime, time_zone: str, words: Words) -> Preview:
    """The preview of what is typed, as if it were saved at `now`."""
    language = words["page"]["language"]
    tag_words = choose_words(language)
    history = list(offer.prices) if offer else []
    currency = offer.currency if offer else CURRENCY
    reduction = reckon_reduction(_add_price(history, draft, now), now)
    stated = _state_draft(offer, draft, reduction, words)
    tag = make_tag(stated, tag_words)
    return Preview(
        offer=stated,
        title=choose_phrase(draft.title, language),
        told=_tell(stated, tag, language),
        evidence=_tell_evidence(tag, reduction, currency, words),
        history=tuple(
            (
                words["offer"]["history_since"].format(since=format_moment(price.since, now, time_zone, tag_words)),
                format_money(price.amount, currency, language),
            )
            for price in reversed(history[-_MOST_HISTORY:])
        ),
    )


def _add_price(history: Sequence[Price], draft: Draft, now: datetime) -> list[Price]:
    """The history with the typed price, where it is another than the one that holds."""
    current = reckon_reduction(history, now).amount
    if draft.price is None or draft.price == current:
        return list(history)
    past = [price for price in history if price.since < now]
    return [*past, Price(offer_id="", since=now, amount=draft.price)]


def _state_draft(offer: Offer | None, draft: Draft, reduction: Reduction, words: Words) -> StatedOffer:
    currency = offer.currency if offer else CURRENCY

    def state(amount: Decimal | None) -> Money | None:
        return None if amount is None else Money(amount, currency)

    return StatedOffer(
        id=offer.id if offer else "new",
        title=draft.title or {words["page"]["language"]: words["offer"]["untitled"]},
        text=draft.text,
        price=state(reduction.amount),
        was=state(reduction.was),
        lowest_30d=state(reduction.lowest_30d),
        individual=offer.individual if offer else False,
        image=state_media(offer.image) if offer else None,
        image_portrait=state_media(offer.image_portrait) if offer else None,
        unit=draft.unit,
        unit_price=reckon_unit_price(state(reduction.amount), draft.content, draft.content_per),
    )


def _tell(offer: StatedOffer, tag: Tag | None, language: str) -> str:
    """What is to be read in its picture."""
    said = [choose_phrase(offer.title, language), choose_phrase(offer.text, language)]
    said += [tag.price, tag.was, tag.percent, tag.lowest_30d] if tag else []
    return " · ".join(part for part in said if part.strip())


def _tell_evidence(tag: Tag | None, reduction: Reduction, currency: str, words: Words) -> str:
    phrases, language = words["evidence"], words["page"]["language"]
    if reduction.amount is None or tag is None:
        return phrases["none"]
    if reduction.lowest_30d is None:
        return phrases["first"]
    lowest = format_money(reduction.lowest_30d, currency, language)
    return phrases["reduced" if tag.was else "not_lower"].format(was=tag.was, lowest=lowest)
