"""Keeps profiles in step with the days that pass, for as long as the hub serves."""

from kiosk.hub.context import Hub
from kiosk.hub.domain.profile.refresh import MOST_AT_ONCE, refresh_due
from kiosk.poller import Poller

EVERY_S = 2.0
_BETWEEN_S = 0.05
"""Where many are due at once, whoever else writes has his turn in between."""


def keep_profiles(hub: Hub) -> Poller:
    """Look every so often whose profile time has changed."""
    return Poller("profiles", lambda: look_once(hub), EVERY_S)


def look_once(hub: Hub) -> float:
    """Reckon anew some of those that are due; the seconds until the next look."""
    return _BETWEEN_S if refresh_due(hub) == MOST_AT_ONCE else EVERY_S
