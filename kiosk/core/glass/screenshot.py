"""Whether a picture of the glass may leave the shop."""

from kiosk.core.effects import DeclineScreenshot, TakeScreenshot
from kiosk.core.glass.scene import Saved, Scene


def answer_screenshot(scene: Scene, command: str) -> TakeScreenshot | DeclineScreenshot:
    """A kept offer's code is the claim of whoever kept it: no picture of it leaves the shop."""
    return DeclineScreenshot(command) if isinstance(scene, Saved) else TakeScreenshot(command)
