"""What a screen may be told to do: these few things, and none that runs code or opens an address."""

from typing import Annotated, TypeAlias

import msgspec
from msgspec import Meta, Struct

from kiosk.contract.json_flaws import JSON_FLAWS
from kiosk.contract.offer import Id
from kiosk.fleet.flaws import NO_OBJECT, explain_flaw
from kiosk.fleet.messages import AnswerMessage, Reason
from kiosk.fleet.notice_message import LARGEST, Moment, NoticeMessage

LARGEST_PACKAGE = 16 * 2**20
"""Bytes of a theme's package."""

ThemeName: TypeAlias = Annotated[str, Meta(pattern=r"^[a-z0-9][a-z0-9_-]{0,63}\Z")]
OptionName: TypeAlias = Annotated[str, Meta(min_length=1, max_length=64)]
OptionValue: TypeAlias = Annotated[str, Meta(max_length=200)] | bool | float
ThemeOptions: TypeAlias = Annotated[dict[OptionName, OptionValue], Meta(max_length=32)]
"""Values for the options that a theme declares; the theme itself judges them."""


class ThemePackage(Struct, frozen=True):
    """A theme's `.zip`, by its hash and its size: where it lies, the loyalty API alone says."""

    sha256: Annotated[str, Meta(pattern=r"^[0-9a-f]{64}\Z")]
    bytes: Annotated[int, Meta(gt=0, le=LARGEST_PACKAGE)]


ThemePackages: TypeAlias = Annotated[dict[ThemeName, ThemePackage], Meta(max_length=4)]
"""A theme of the store's own and those of its own that it extends, by their names."""


class _Command(Struct, frozen=True, tag_field="do"):
    """`id` comes back in the answer; after `expires` it is not carried out."""

    id: Id
    expires: Moment | None = None


class Identify(_Command, frozen=True, tag="identify"):
    """Show the screen's name, large, for 10 s."""


class Screenshot(_Command, frozen=True, tag="screenshot"):
    """Answer with a picture of the glass."""


class Reload(_Command, frozen=True, tag="reload"):
    """Ask for offers and shoppers now."""


class Greet(_Command, frozen=True, tag="greet"):
    """Greet who comes in here by her phone, without a name."""


class ShowNotice(NoticeMessage, frozen=True, tag_field="do", tag="notice", kw_only=True):
    """Show this notice on this screen."""

    id: Id
    expires: Moment | None = None


class ClearNotice(_Command, frozen=True, tag="clear_notice"):
    """Take this screen's own notice away; the store's stays."""


class ChooseTheme(_Command, frozen=True, tag="theme", kw_only=True):
    """Put on this theme, with these values for its options; `null`: the one of the settings.

    What of it is not on the screen's shelf is fetched from the loyalty API by its `packages`.
    """

    theme: ThemeName | None
    options: ThemeOptions = {}
    packages: ThemePackages = {}


Command: TypeAlias = Identify | Screenshot | Reload | Greet | ShowNotice | ClearNotice | ChooseTheme


class _Envelope(Struct):
    id: Id
    do: str


class Unreadable(Struct, frozen=True):
    """What came is no command, and nobody can be answered: `flaw` says which key is wrong and what is allowed there."""

    flaw: str


DOINGS = frozenset({"identify", "screenshot", "reload", "greet", "notice", "clear_notice", "theme"})


def read_command(payload: bytes) -> Command | AnswerMessage | Unreadable:
    """The command, or the answer that refuses it, where it is known whom to answer."""
    if len(payload) > LARGEST:
        return Unreadable(NO_OBJECT)
    try:
        envelope = msgspec.json.decode(payload, type=_Envelope)
    except JSON_FLAWS as flaw:
        return Unreadable(explain_flaw(flaw))
    if envelope.do not in DOINGS:
        return AnswerMessage(envelope.id, reason=Reason.UNKNOWN)
    try:
        command: Command = msgspec.json.decode(payload, type=Command)
    except JSON_FLAWS as flaw:
        return AnswerMessage(envelope.id, Reason.MALFORMED, flaw=explain_flaw(flaw))
    return command
