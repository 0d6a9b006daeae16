"""Writes down what was shown and tapped, and how the screen is, for the loyalty API: never who."""

from msgspec import to_builtins

from kiosk.contract.cloud_event import CloudEvent
from kiosk.contract.instant import Instant
from kiosk.core.effects import Announcement, AnnounceShown, CallAdvisor
from kiosk.fleet.messages import StatusMessage
from kiosk.playlog.entry import Showing


def write_entry(said: Announcement, source: str, now: Instant, propensity: float | None = None) -> CloudEvent:
    """The event of this announcement; `source` is `/{store}/{screen}`.

    `propensity` is how likely the offer was to be chosen, where it was chosen among others.
    """
    if isinstance(said, AnnounceShown):
        data: dict[str, object] = {"offer": said.offer, "item": said.item, "reason": said.reason}
        if said.choice:
            data |= {"policy": said.choice.policy, "chosen_by": said.choice.chosen_by, "propensity": propensity or 1.0}
        return CloudEvent(said.impression, source, "kiosk.impression", now.wall, data)
    data = {"offer": said.offer, "bookmark": said.bookmark, "outcome": said.outcome.value}
    return CloudEvent(now.fresh_id, source, "kiosk.tap", now.wall, data)


def write_play(showing: Showing, source: str, now: Instant) -> CloudEvent:
    """The event of a showing that ended: its impression and how many `seconds` it was on the glass."""
    data: dict[str, object] = {
        "impression": showing.impression,
        "offer": showing.offer,
        "item": showing.item,
        "reason": showing.reason,
        "seconds": showing.seconds,
        "taps": showing.taps,
        "place": showing.place,
    }
    # The impression's own id is taken by the event of its beginning.
    return CloudEvent(f"{showing.impression}.play", source, "kiosk.play", now.wall, data)


def write_call(order: CallAdvisor, source: str, now: Instant) -> CloudEvent:
    """The event of somebody at the screen who wants advice."""
    data: dict[str, object] = {"offer": order.offer, "language": order.language}
    return CloudEvent(now.fresh_id, source, "kiosk.advisor", now.wall, data)


def write_status(status: StatusMessage, source: str, now: Instant) -> CloudEvent:
    """The event that says how the screen is, but for the age of what it heard last, which is never the same twice."""
    data: dict[str, object] = to_builtins(status)
    del data["presence_age_s"]
    return CloudEvent(now.fresh_id, source, "kiosk.status", now.wall, data)
