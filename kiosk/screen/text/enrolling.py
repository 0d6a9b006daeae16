"""What a screen says that is not let in yet, to whoever sets it up. No theme's words: shoppers are not meant."""

from typing import Final

from msgspec import Struct


class Enrolling(Struct, frozen=True):
    """The code to approve (empty: there is none yet), and the address where that is done, or of who is looked for."""

    code: str
    address: str
    is_in: bool = False


class Sign(Struct, frozen=True):
    """What stands on the glass, in the screen's first language, and `aside` in its second one."""

    title: str = ""
    code: str = ""
    line: str = ""
    where: str = ""
    aside: str = ""


_TITLE: Final = {"de": "Dieser Bildschirm ist neu", "en": "This screen is new"}
_APPROVE: Final = {"de": "Geben Sie diesen Code hier frei", "en": "Approve this code at"}
_SEEK: Final = {"de": "Er sucht von selbst weiter nach", "en": "It keeps looking for"}
_IN: Final = {"de": "Eingelassen. Einen Moment noch", "en": "Let in. One moment"}
_APPROVE_ASIDE: Final = {"de": "Geben Sie den Code dort frei", "en": "Approve the code at that address"}
_SEEK_ASIDE: Final = {"de": "Er sucht weiter", "en": "It keeps looking"}


def phrase_sign(enrolling: Enrolling, languages: tuple[str, ...]) -> Sign:
    """The sign in the first of these languages, and in short in the second one, if any."""
    first = languages[0]
    asides = "".join(_phrase_aside(enrolling, language) for language in languages[1:2])
    if enrolling.is_in:
        return Sign(_TITLE[first], line=_IN[first], aside=asides)
    line = _APPROVE if enrolling.code else _SEEK
    where = enrolling.address.split("://", 1)[-1].rstrip("/")
    return Sign(_TITLE[first], enrolling.code, line[first], where, asides)


def _phrase_aside(enrolling: Enrolling, language: str) -> str:
    if enrolling.is_in:
        return _IN[language]
    return f"{_TITLE[language]}. {(_APPROVE_ASIDE if enrolling.code else _SEEK_ASIDE)[language]}"
