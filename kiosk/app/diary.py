"""Writes down what was shown and tapped, for the loyalty API: offers and outcomes, never who."""

from kiosk.app.announcer import Announcement
from kiosk.contract.cloud_event import CloudEvent, EventType
from kiosk.contract.instant import Instant
from kiosk.core.effects import AnnounceShown


def write_entry(said: Announcement, source: str, now: Instant, propensity: float | None = None) -> CloudEvent:
    """The event of this announcement; `source` is `/{store}/{screen}`.

    `propensity` is how likely the offer was to be chosen, where it was chosen among others.
    """
    if isinstance(said, AnnounceShown):
        kind: EventType = "kiosk.play" if said.reason == "loop" else "kiosk.impression"
        data: dict[str, str | float | None] = {"offer": said.offer, "item": said.item, "reason": said.reason}
        if said.choice:
            data |= {"policy": said.choice.policy, "chosen_by": said.choice.chosen_by, "propensity": propensity or 1.0}
        return CloudEvent(said.impression, source, kind, now.wall, data)
    data = {"offer": said.offer, "bookmark": said.bookmark, "outcome": said.outcome.value}
    return CloudEvent(now.fresh_id, source, "kiosk.tap", now.wall, data)
