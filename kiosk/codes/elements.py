"""What GS1 codes of several parts say: GS1-128, DataMatrix, DataBar and Digital Link alike.

Source: GS1 General Specifications, section 3 (application identifiers); biip knows their grammar.
"""

from types import MappingProxyType

from biip.gs1_element_strings import GS1ElementString, GS1ElementStrings

from kiosk.codes.reading import Read, Reading, Refused, check_measures

_ARTICLE, _CONTENT, _BATCH, _SERIAL = "01", "02", "10", "21"
_COUNT, _CONTENT_COUNT = "30", "37"
_KILOGRAMS, _PRICE, _PRICE_WITH_CURRENCY = "310", "392", "393"
_CURRENCIES = MappingProxyType(
    {
        "036": "AUD",
        "124": "CAD",
        "203": "CZK",
        "208": "DKK",
        "348": "HUF",
        "578": "NOK",
        "752": "SEK",
        "756": "CHF",
        "826": "GBP",
        "840": "USD",
        "978": "EUR",
        "985": "PLN",
    }
)
"""ISO 4217's numbers of those that a store of ours may have."""


def read_elements(elements: GS1ElementStrings, currency: str) -> Read:
    """Which article these parts name and how much of it; `currency` is the store's (ISO 4217)."""
    article = elements.get(ai=_ARTICLE) or elements.get(ai=_CONTENT)
    if article is None:
        return Refused("no_article")
    if article.gtin is None:
        return Refused("wrong_check_digit")
    foreign = elements.get(ai=_PRICE_WITH_CURRENCY)
    if foreign is not None and _CURRENCIES.get(foreign.pattern_groups[0]) != currency:
        return Refused("other_currency")
    return check_measures(_make_reading(elements, article))


def _make_reading(elements: GS1ElementStrings, article: GS1ElementString) -> Reading:
    weight = elements.get(ai=_KILOGRAMS)
    price = elements.get(ai=_PRICE) or elements.get(ai=_PRICE_WITH_CURRENCY)
    count = elements.get(ai=_COUNT) or elements.get(ai=_CONTENT_COUNT)
    return Reading(
        article.value,
        weight=weight.decimal if weight else None,
        price=price.decimal if price else None,
        count=int(count.value) if count else None,
        batch=_get_value(elements, _BATCH),
        serial=_get_value(elements, _SERIAL),
    )


def _get_value(elements: GS1ElementStrings, identifier: str) -> str | None:
    found = elements.get(ai=identifier)
    return found.value if found else None
