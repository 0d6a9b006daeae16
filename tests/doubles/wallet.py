"""Several cards held to the reader at once: it speaks to one, the others stay silent until it polls anew."""

from kiosk.shop.card import PretendCard, Talk

_POLLS = (b"\x26", b"\x52")


class Wallet:
    """Type A cards; the one on top answers a poll first."""

    technology = "106A"

    def __init__(self, *cards: PretendCard) -> None:
        self._cards = list(cards)
        self._talk: Talk | None = None

    def take_out(self) -> None:
        """Take the card on top out of the field."""
        self._cards.pop(0)
        self._talk = None

    def begin(self) -> Talk:
        """Enter the field."""
        return self._answer

    def _answer(self, frame: bytes) -> bytes | None:
        if frame in _POLLS:
            self._talk = self._cards[0].begin()
        return self._talk(frame) if self._talk else None
