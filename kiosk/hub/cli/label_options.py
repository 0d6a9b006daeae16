"""The options by which the hub knows the labels that the store's scales print, and those on its shelves."""

from argparse import ArgumentParser, ArgumentTypeError, Namespace

import msgspec

from kiosk.codes.layout import GERMAN, Layout
from kiosk.hub.webhooks.destination import DestinationRefused, check_url

_HINT = "write it as PATTERN:MEASURE:DECIMALS, such as 28IIIIKVVVVVX:weight:3 or 20IIIIIVVVVVX:price:2"


def add_label_options(parser: ArgumentParser) -> None:
    """Let the command be told how labels look."""
    labels = parser.add_argument_group("the labels of the store's own scales, which members scan")
    labels.add_argument(
        "--label",
        metavar="PATTERN:MEASURE:DECIMALS",
        type=_read_layout,
        action="append",
        help="13 places: the prefix's digits, I for the item's number, K for the measure's own check digit, V for the"
        " measure, X for the check digit; it measures weight in kg, price or count, with so many decimals; may be said"
        " several times (default: as GS1 Germany has them)",
    )

    shelves = parser.add_argument_group("the electronic labels on the store's shelves (`kiosk hub labels`)")
    shelves.add_argument(
        "--access-point",
        metavar="URL",
        type=_read_access_point,
        help="the OpenEPaperLink access point that they listen to, such as http://192.0.2.7",
    )


def read_scale_labels(arguments: Namespace) -> tuple[Layout, ...]:
    """The layouts, those of Germany where none is named."""
    return tuple(arguments.label) if arguments.label else GERMAN


def _read_access_point(text: str) -> str:
    try:
        parts = check_url(text, allows_private=True)
    except DestinationRefused as error:
        message = "it is an address such as http://192.0.2.7, without a user"
        raise ArgumentTypeError(message) from error
    if parts.path not in {"", "/"} or parts.query or parts.fragment:
        message = "it is an address such as http://192.0.2.7, and nothing after the host but a port"
        raise ArgumentTypeError(message)
    return text.rstrip("/")


def _read_layout(text: str) -> Layout:
    pattern, _, rest = text.partition(":")
    measure, _, decimals = rest.partition(":")
    try:
        return msgspec.convert({"pattern": pattern, "measure": measure, "decimals": decimals}, Layout, strict=False)
    except msgspec.ValidationError as error:
        raise ArgumentTypeError(_HINT) from error
