"""Sessions in the web shop: what somebody did there in one go."""

from collections.abc import Sequence
from datetime import timedelta

from kiosk.hub.domain.profile.fact import Fact

PAUSE = timedelta(minutes=30)
"""After so long without a word a new session begins, as web analytics count them."""


def split_sessions(facts: Sequence[Fact]) -> list[list[Fact]]:
    """The sessions that these facts, in the order of their times, make up; what was done elsewhere belongs to none."""
    sessions: list[list[Fact]] = []
    for fact in facts:
        if fact.channel != "web":
            continue
        if not sessions or fact.at - sessions[-1][-1].at > PAUSE:
            sessions.append([])
        sessions[-1].append(fact)
    return sessions
