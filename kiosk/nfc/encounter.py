"""One card after another: felt, read, judged, and told as an event at once."""

import logging
from collections.abc import Callable

from kiosk.contract.credential import Credential
from kiosk.core.events import CardRefused, CardTapped, Event
from kiosk.core.tap_problem import TapProblem
from kiosk.nfc.claim import MEMBER_PREFIXES, find_claim
from kiosk.nfc.policy import CREDENTIAL_WEIGHT, judge_reading, name_card, weigh_outcome
from kiosk.nfc.ports import Tag, Target
from kiosk.nfc.reading import Gap, Reading, take_reading
from kiosk.nfc.recent import NAMELESS, Recent

_log = logging.getLogger(__name__)
_NOBODY = Reading(b"", is_random=True, message=Gap.BROKEN)
_PEER, _CARD = 0x40, 0x20
"""Bits 7 and 6 of the SAK: offers NFC-DEP, offers an ISO 14443-4 card."""


class Encounters:
    """What nfcpy calls back, on the reader's thread; `clock` is monotonic seconds.

    `last_card` is the `card` of the last tap that kept something, in this life or the one before.
    """

    def __init__(
        self,
        key: bytes | None,
        post: Callable[[Event], None],
        clock: Callable[[], float],
        member_prefixes: tuple[str, ...] = MEMBER_PREFIXES,
        last_card: str | None = None,
    ) -> None:
        self._key = key
        self._post = post
        self._clock = clock
        self._member_prefixes = member_prefixes
        self._recent = Recent(clock)
        self._last_card = last_card
        self._felt_at: float | None = None
        self._in_field = False

    def resume(self) -> None:
        """The reader was opened: the card of the last tap may lie on it still, and is then the same tap."""
        if self._last_card is not None:
            self._recent.expect(self._last_card, CREDENTIAL_WEIGHT)

    def feel(self, target: Target) -> bool:
        """Something is in the field: note when. False for a phone that offers no card, which nfcpy cannot activate."""
        self._felt_at, self._in_field = self._clock(), True
        if is_peer_only(target):
            self._tell(_NOBODY, TapProblem.RANDOM_ID)
            return False
        return True

    def meet(self, tag: Tag) -> bool:
        """Read the card and tell what it came to; raises OSError when the reader is gone. True: await its leaving."""
        reading = take_reading(tag)
        claim = find_claim(reading.message, self._member_prefixes)
        self._tell(reading, judge_reading(reading, claim, self._key))
        return True

    def part(self, _tag: Tag) -> bool:
        """The card left, just now. True: this round is over."""
        self._in_field = False
        self._recent.touch_latest()
        return True

    def excuse(self, error: Exception) -> bool:
        """Whether an error that nfcpy let through is a card's fault; if it was not told yet, it is unreadable."""
        was_in_field, self._in_field = self._in_field, False
        if was_in_field and self._tell(_NOBODY, TapProblem.UNREADABLE):
            _log.info("a card broke the rules: %s", type(error).__name__)  # no text: it may hold what the card sent
        return was_in_field

    def _tell(self, reading: Reading, outcome: Credential | TapProblem) -> bool:
        """Post the outcome if it is news; a card that had its answer in this round stays as it was judged."""
        felt_at, self._felt_at = self._felt_at, None
        name = name_card(reading, outcome, self._key)
        if felt_at is None or not self._recent.is_news(name, weigh_outcome(outcome)):
            return False
        if isinstance(outcome, TapProblem):
            self._post(CardRefused(outcome, felt_at))
        else:
            self._last_card = None if self._key is None or name == NAMELESS else name
            self._post(CardTapped(outcome, felt_at, self._last_card))
        return True


def is_peer_only(target: Target) -> bool:
    """A phone that offers NFC-DEP and no card: by its SAK, or a FeliCa id that begins with 01FE."""
    if target.sel_res:
        return target.sel_res[0] & (_PEER | _CARD) == _PEER
    return target.sensf_res is not None and target.sensf_res[1:3] == b"\x01\xfe"
