"""What happens in the demo: one member after another walks up, sees an offer, taps, and walks on."""

import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from kiosk.shop.card import PretendCard, make_sticker, make_sun_card
from kiosk.shop.field import PretendReaderField
from kiosk.shop.gateway import PretendGateway
from kiosk.shop.hub import SampleCard, SampleMember
from kiosk.shop.witness import Message, Witness

APPROACH_S = 2.0
LOOK_S = 4.0
"""How long a member looks at an offer before she taps, in seconds."""
HOLD_S = 0.6
ENJOY_S = 6.0
"""How long she looks at what she kept."""
PATIENCE_S = 0.5
"""After so long it is looked whether to wait on for the loop."""


@dataclass(frozen=True, slots=True)
class Stagehands:
    """Who moves the props; `find_conversation` asks for the phone page's address of a bookmark, and waits for it."""

    gateway: PretendGateway
    field: PretendReaderField
    witness: Witness
    find_conversation: Callable[[str], str | None]
    say: Callable[[str], None]


class Script:
    """Plays until it is stopped; `closed` counts the loops from event to conversation."""

    def __init__(self, hands: Stagehands, members: Iterable[SampleMember], zone: str) -> None:
        self._hands = hands
        self._members = tuple(members)
        self._zone = zone
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._play, name="script", daemon=True)
        self.closed = 0

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def stop(self) -> None:
        """End after the step that is being played."""
        self._stopping.set()
        self._thread.join(5.0)

    def tap(self, number: int) -> bool:
        """Hold the card of this member (from 1) into the field, for those who press keys; false: there is none."""
        if not 1 <= number <= len(self._members):
            return False
        card = make_card(self._members[number - 1].card)
        threading.Thread(target=self._hands.field.tap, args=(card, HOLD_S), daemon=True).start()
        return True

    def _play(self) -> None:
        # The catalogue comes before its pictures: who walked up at once would find an offer, but never the loop.
        while self._hands.witness.wait_for("shown", _is_of_loop, timeout_s=PATIENCE_S) is None:
            if self._stopping.is_set():
                return
        while True:
            for member in self._members:
                if self._stopping.wait(LOOK_S / 2):
                    return
                self._visit(member)

    def _visit(self, member: SampleMember) -> None:
        hands, since = self._hands, self._hands.witness.count()
        hands.say(f"member {member.nickname} walks up; the gateway in {self._zone} hears her beacon")
        hands.gateway.approach(member.beacon, self._zone, 6.0, 0.8, APPROACH_S)
        shown = hands.witness.wait_for("shown", lambda said: said["reason"] == "proximity", since)
        if shown is None or self._stopping.wait(LOOK_S):
            hands.gateway.leave(member.beacon)
            return
        hands.say(f"  offer {shown['offer']} is on the glass, {shown['latency_ms']} ms after the message")
        tapped = self._tap(member, since)
        if tapped and tapped["bookmark"]:
            self._follow(str(tapped["bookmark"]))
        hands.gateway.leave(member.beacon)
        self._stopping.wait(ENJOY_S)

    def _tap(self, member: SampleMember, since: int) -> Message | None:
        hands = self._hands
        hands.field.tap(make_card(member.card), HOLD_S)
        tapped = hands.witness.wait_for("tap", lambda _said: True, since)
        if tapped is None:
            hands.say("  the tap was not answered")
            return None
        hands.say(f"  a tap with her card: {tapped['outcome']}, acknowledged after {tapped['latency_ms']} ms")
        return tapped

    def _follow(self, bookmark: str) -> None:
        address = self._hands.find_conversation(bookmark)
        if address is None:
            self._hands.say("  the bookmark was not delivered")
            return
        self.closed += 1
        self._hands.say(f"  bookmark {bookmark} is delivered; the conversation goes on at {address}")


def _is_of_loop(shown: Message) -> bool:
    return shown["item"] is not None


def make_card(card: SampleCard) -> PretendCard:
    """The pretend card of a sample member."""
    uid = bytes.fromhex(card.uid)
    return make_sticker(uid, card.ndef) if card.type == "2" else make_sun_card(uid, card.ndef or "")
