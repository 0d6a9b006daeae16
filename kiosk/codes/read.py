"""From the text that a scanner, a camera or a shopper gives to what it says: one function that answers every text."""

import re

from biip import ParseConfig, ParseError
from biip.gs1_digital_link_uris import GS1DigitalLinkURI
from biip.gs1_messages import GS1Message

from kiosk.codes.elements import read_elements
from kiosk.codes.gtin import read_gtin
from kiosk.codes.layout import Layout, find_layout, read_layout
from kiosk.codes.reading import GTIN_DIGITS, Read, Reading, Refused

LONGEST = 512
_SEPARATOR = "\x1d"
_SHORT = 8
_SYMBOLOGY = re.compile(r"\][A-Za-z][0-9A-Za-z]", re.ASCII)
_GAPS = re.compile(r"[ \-\u00a0]")
# What dates mean depends on today, and nobody asks for them.
_CONFIG = ParseConfig(gs1_element_strings_verify_date=False)


def read_code(text: str, layouts: tuple[Layout, ...] = (), currency: str = "EUR") -> Read:
    """What this text says.

    It may begin with a symbology identifier (ISO/IEC 15424), as scanners can be told to send it; digits may be typed
    with gaps between them. `layouts` are those of the store's own scales.
    """
    bare = text.strip(" \t\r\n")
    if len(bare) > LONGEST:
        return Refused("too_long")
    symbology = _SYMBOLOGY.match(bare)
    bare = bare[symbology.end() :] if symbology else bare
    if not bare:
        return Refused("empty")
    if not bare.isascii() or not bare.replace(_SEPARATOR, "").isprintable():
        return Refused("no_code")
    return _read_bare(bare, layouts, currency)


def _read_bare(text: str, layouts: tuple[Layout, ...], currency: str) -> Read:
    if text.lower().startswith(("https://", "http://")):
        return _read_link(text, currency)
    digits = _GAPS.sub("", text)
    if digits.isdecimal() and len(digits) <= GTIN_DIGITS:
        return _read_digits(digits, layouts)
    return _read_message(text, currency)


def _read_digits(digits: str, layouts: tuple[Layout, ...]) -> Read:
    padded = digits.zfill(GTIN_DIGITS)
    layout = find_layout(padded[1:], layouts) if len(digits) > _SHORT and padded.startswith("0") else None
    if layout is not None:
        return read_layout(padded[1:], layout)
    gtin, reason = read_gtin(digits)
    return Refused(reason) if reason else Reading(gtin)


def _read_link(text: str, currency: str) -> Read:
    """A GS1 Digital Link (URI syntax 1.6), of whichever host: the article is the same in every shop."""
    scheme, rest = text.split(":", 1)
    try:
        link = GS1DigitalLinkURI.parse(f"{scheme.lower()}:{rest}", config=_CONFIG)
        return read_elements(link.element_strings, currency)
    except (ParseError, ValueError):
        return Refused("no_article")


def _read_message(text: str, currency: str) -> Read:
    """Element strings, as scanners give them or as people read them off (`(01)...(3103)...`)."""
    if not text[0].isdecimal() and not text.startswith(("(", _SEPARATOR)):
        return Refused("no_code")
    parse = GS1Message.parse_hri if text.startswith("(") else GS1Message.parse
    try:
        return read_elements(parse(text.lstrip(_SEPARATOR), config=_CONFIG).element_strings, currency)
    except (ParseError, ValueError):
        return Refused("not_understood")
