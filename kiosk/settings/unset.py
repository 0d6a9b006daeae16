"""What the list of settings leaves for the shop to say (`kiosk settings`)."""

from kiosk.settings import Settings

UNSET = "change-me"
"""What stands there instead of an id that only the shop knows."""


def list_unset(settings: Settings) -> list[str]:
    """The ids that nobody has chosen yet, by their settings' names."""
    ids = {"store.id": settings.store.id, "screen.id": settings.screen.id}
    return [name for name, value in ids.items() if value == UNSET]
