"""The options that name the store's own pages to which each page for members leads."""

from argparse import ArgumentParser, ArgumentTypeError, Namespace

from kiosk.hub.legal import Legal
from kiosk.hub.settings import HubSettings
from kiosk.hub.web.links import is_for_this_machine_alone
from kiosk.hub.webhooks.destination import DestinationRefused, check_url

IMPRINT_OPTION, PRIVACY_OPTION = "--imprint-url", "--privacy-url"


def add_page_options(parser: ArgumentParser) -> None:
    """Let the command be told of them."""
    group = parser.add_argument_group("the store's own pages to which each page for members leads")
    group.add_argument(
        IMPRINT_OPTION, metavar="URL", type=_read_page, help="who runs it (in Germany § 5 DDG asks for it)"
    )
    group.add_argument(
        PRIVACY_OPTION,
        metavar="URL",
        type=_read_page,
        help="what becomes of what is known of members (Article 13 of the GDPR asks for it)",
    )


def read_legal(arguments: Namespace) -> Legal:
    """Those that were named."""
    return Legal(arguments.imprint_url or "", arguments.privacy_url or "")


def advise_on_pages(settings: HubSettings) -> list[str]:
    """What to say at the start of a hub that phones reach where one of them is not named."""
    named = ((IMPRINT_OPTION, settings.legal.imprint), (PRIVACY_OPTION, settings.legal.privacy))
    missing = [option for option, url in named if not url]
    if not missing or is_for_this_machine_alone(settings.public_url):
        return []
    return [f"The pages for members lack links that the law asks for: set {' and '.join(missing)}."]


def _read_page(text: str) -> str:
    try:
        check_url(text, allows_private=True)
    except DestinationRefused as error:
        message = "it is the address of a page, such as https://shop.example/imprint"
        raise ArgumentTypeError(message) from error
    return text
