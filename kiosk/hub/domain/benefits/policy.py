"""What is never rewarded, and why: the switches that are there to be asked for, and stay off."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

Action = Literal["purchase", "check_in", "login", "referral", "feedback", "gallery"]
"""What members may earn by. `gallery` is a contribution to the store's own gallery."""

Unrewarded = Literal["like", "post"]
"""What nobody can earn by."""

UNREWARDED: Mapping[str, str] = MappingProxyType(
    {
        "like": "Meta's platform policy forbids to reward who likes a page",
        "post": "Meta's platform policy forbids to reward who posts or shares",
    }
)
"""The reason for each."""


def tell_unrewarded(action: str) -> str:
    """Why it is never rewarded; empty for what may be."""
    return UNREWARDED.get(action, "")
