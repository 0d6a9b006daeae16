"""The commands for what a member asks at the counter: `kiosk hub member` and its verbs."""

from argparse import (
    ArgumentParser,
    Namespace,
    RawDescriptionHelpFormatter,
    _SubParsersAction,  # pyright: ignore[reportPrivateUsage] (argparse has no public name for it)
)

from kiosk.errors import KioskError
from kiosk.hub.cli.command import add_database, note_first, open_begun_hub, say
from kiosk.hub.cli.guide import MEMBER
from kiosk.hub.cli.member_data import add_member_data_verbs
from kiosk.hub.cli.member_name import add_member, find_named
from kiosk.hub.domain.consent.rung_phone import know_phone
from kiosk.hub.domain.consent.withdrawal import withdraw
from kiosk.hub.domain.kept.redemption import find_kept
from kiosk.hub.domain.member_data.knowledge import Knowledge, gather_knowledge
from kiosk.hub.models.conversation.claim import get_claim_of
from kiosk.hub.settings import HubSettings


class PhoneNotFound(KioskError):
    """No phone is meant; the text says where the code is read."""

    def __init__(self) -> None:
        super().__init__("no phone shows this code: open the page of what she kept, and press its button for the code")


class ConsentNotFound(KioskError):
    """She does not allow this purpose now; the text says what she does allow."""


def add_member_commands(commands: "_SubParsersAction[ArgumentParser]") -> None:
    """Add `member` and its commands; each sets `run`, as `add_hub_commands` says."""
    member = commands.add_parser(
        "member",
        help="what is known of a member, what she takes back, and her erasure",
        description=MEMBER,
        formatter_class=RawDescriptionHelpFormatter,
    )
    verbs = member.add_subparsers(required=True, metavar="COMMAND")
    show = verbs.add_parser("show", help="say what is known of her")
    add_member(show)
    show.set_defaults(run=note_first("hub member show", _show))
    back = verbs.add_parser("withdraw", help="take her consent back, for one purpose or all")
    add_member(back)
    back.add_argument("--purpose", metavar="NAME", help="this purpose alone, for example proximity (all)")
    back.set_defaults(run=note_first("hub member withdraw", _withdraw))
    phone = verbs.add_parser("phone", help="know a phone as hers: it then shows and takes back all this itself")
    phone.add_argument("code", metavar="CODE", help="the code that the phone shows")
    add_database(phone)
    phone.set_defaults(run=note_first("hub member phone", _know_phone))
    add_member_data_verbs(verbs)


def _show(arguments: Namespace) -> int:
    with open_begun_hub(HubSettings(arguments.database)) as hub, hub.database.read() as session:
        knowledge = gather_knowledge(session, find_named(session, arguments.member))
    for consent in knowledge.consents:
        end = f", withdrawn {consent.withdrawn_at:%Y-%m-%d}" if consent.withdrawn_at else ""
        say(f"{consent.purpose}: given {consent.given_at:%Y-%m-%d} ({consent.source}){end}")
    say(_count(knowledge))
    return 0


def _count(knowledge: Knowledge) -> str:
    counts = {
        "beacons": knowledge.beacons,
        "cards and browsers": knowledge.cards,
        "visits": knowledge.visits,
        "purchases and clicks": knowledge.deeds,
        "kept offers": knowledge.bookmarks,
        "messages": knowledge.messages,
    }
    tastes = ", ".join(knowledge.tastes) or "none"
    return "; ".join([*(f"{name}: {count}" for name, count in counts.items()), f"tastes: {tastes}"])


def _withdraw(arguments: Namespace) -> int:
    with open_begun_hub(HubSettings(arguments.database)) as hub, hub.database.erase() as session:
        member = find_named(session, arguments.member)
        allowed = sorted({row.purpose for row in gather_knowledge(session, member).consents if not row.withdrawn_at})
        meant = [purpose for purpose in allowed if arguments.purpose in (None, purpose)]
        if not meant:
            message = f"she does not allow that now; what she allows: {', '.join(allowed) or 'nothing'}"
            raise ConsentNotFound(message)
        for purpose in meant:
            withdraw(hub, session, member, purpose)
    say(f"Taken back: {', '.join(meant)}. The screens hear of it when they next ask, within a minute as a rule.")
    return 0


def _know_phone(arguments: Namespace) -> int:
    with open_begun_hub(HubSettings(arguments.database)) as hub, hub.database.write() as session:
        bookmark = find_kept(session, arguments.code)
        claim = get_claim_of(session, bookmark.id) if bookmark else None
        if bookmark is None or claim is None or claim.browser_hash is None or claim.code_shown_at is None:
            raise PhoneNotFound
        know_phone(hub, session, bookmark, claim.browser_hash)
    say("This phone is known as hers: its page now says what is known of her.")
    return 0
