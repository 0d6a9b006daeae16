"""What is never rewarded, and why: the switches that are there to be asked for, and stay off."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

Action = Literal["purchase", "check_in", "login", "referral", "feedback", "gallery"]
"""What members may earn by. `gallery` is a contribution to the store's own gallery."""

UNREWARDED: Mapping[str, str] = MappingProxyType(
    {
        "like": "Meta's platform policy forbids to reward who likes a page",
        "post": "Meta's platform policy forbids to reward who posts or shares",
    }
)
"""Actions by name, with the reason why nobody can earn by them."""
