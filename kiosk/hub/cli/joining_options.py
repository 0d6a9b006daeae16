"""The options by which members join: the mail server, the issuer, and the key for beacons; secrets come by files."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from kiosk.hub.cli.key_file import read_key_file
from kiosk.hub.cli.mail import add_reply_options
from kiosk.hub.mail.mail_server import (
    CA_OPTION,
    FROM_OPTION,
    PASSWORD_OPTION,
    SERVER_OPTION,
    USER_OPTION,
    MailOptions,
    MailServer,
    read_mail_server,
)
from kiosk.hub.oidc.provider import (
    CLIENT_OPTION,
    ISSUER_OPTION,
    SECRET_OPTION,
    Provider,
    ProviderOptions,
    read_provider,
)
from kiosk.hub.printed_card import OPTION as NUMBERS_OPTION
from kiosk.hub.printed_card import Numbering, read_numbering
from kiosk.hub.settings import HubSettings
from kiosk.hub.web.links import ISSUER_RETURN

KEY_OPTION = "--store-key-file"


def add_joining_options(parser: ArgumentParser) -> None:
    """Let the command be told how members join."""
    mail = parser.add_argument_group("the mail server, by which members sign in with a link")
    mail.add_argument(SERVER_OPTION, metavar="URL", help="smtp://HOST, which asks for STARTTLS, or smtps://HOST")
    mail.add_argument(FROM_OPTION, metavar="ADDRESS", help="the address that mails come from")
    mail.add_argument(USER_OPTION, metavar="NAME", help="the hub's name at the mail server")
    mail.add_argument(PASSWORD_OPTION, metavar="FILE", type=Path, help="the password, in a file")
    mail.add_argument(
        CA_OPTION, metavar="FILE", type=Path, help="who signed its certificate (default: whom this system trusts)"
    )
    add_reply_options(mail)
    oidc = parser.add_argument_group("the issuer, by which members sign in with OpenID Connect")
    oidc.add_argument(ISSUER_OPTION, metavar="URL", help="its address, just as it writes it itself")
    oidc.add_argument(CLIENT_OPTION, metavar="ID", help=f"this hub's id there, for PUBLIC_URL{ISSUER_RETURN}")
    oidc.add_argument(SECRET_OPTION, metavar="FILE", type=Path, help="its secret there, in a file, if it has one")
    oidc.add_argument("--oidc-name", metavar="NAME", help="what members call the issuer (default: its host)")
    parser.add_argument(
        KEY_OPTION, metavar="FILE", type=Path, help="the store key; with it members may have the hub issue beacon ids"
    )
    parser.add_argument(
        NUMBERS_OPTION,
        metavar="PREFIX:DIGITS:CHECK",
        help="what the numbers on the store's cards look like, such as 29:13:gs1; members may name theirs then",
    )


def read_mail(arguments: Namespace) -> MailServer | None:
    """The mail server; `None`: none was named. Raises `MailRefused`."""
    if arguments.mail_server is None:
        return None
    options = MailOptions(
        url=arguments.mail_server,
        sender=arguments.mail_from,
        user=arguments.mail_user,
        password_file=arguments.mail_password_file,
        ca_file=arguments.mail_ca_file,
    )
    return read_mail_server(options)


def read_oidc(arguments: Namespace) -> Provider | None:
    """The issuer; `None`: none was named. Raises `ProviderRefused`."""
    if arguments.oidc_issuer is None:
        return None
    options = ProviderOptions(
        issuer=arguments.oidc_issuer,
        client_id=arguments.oidc_client_id,
        secret_file=arguments.oidc_client_secret_file,
        name=arguments.oidc_name,
    )
    return read_provider(options)


def read_store_key(arguments: Namespace) -> bytes | None:
    """The store key; `None`: none was named. Raises `FileRefused`."""
    file: Path | None = arguments.store_key_file
    return None if file is None else read_key_file(file, KEY_OPTION)


def read_card_numbers(arguments: Namespace) -> Numbering | None:
    """What is printed on cards; `None`: nothing was named. Raises `NumberingRefused`."""
    return None if arguments.card_numbers is None else read_numbering(arguments.card_numbers)


def advise_on_joining(settings: HubSettings) -> list[str]:
    """What to say at the start of how members join."""
    ways = [f"a link that {settings.mail.host} mails"] if settings.mail else []
    ways += [settings.oidc.name] if settings.oidc else []
    return [f"Members join by {' or '.join(ways)}."] if ways else []
