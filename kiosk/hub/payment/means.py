"""What a provider keeps of a member so that it can be charged without her: her means of payment, never its number."""

from datetime import datetime
from typing import Literal, Protocol, TypeAlias

from msgspec import Struct

State: TypeAlias = Literal["open", "kept", "ended"]
"""How it stands:

- `open`: she is to name one to the provider yet
- `kept`: she did, and agreed there that it is charged without her
- `ended`: nothing is kept, and nothing will be
"""


class Means(Struct, frozen=True):
    """A means of payment, asked for at `made_at`: `id` is the hub's own name, `ref` the provider's, once known."""

    id: str
    made_at: datetime
    ref: str = ""


class Keeping(Struct, frozen=True):
    """How it stands with the provider; `secret` is what her browser alone needs to name one."""

    ref: str
    state: State
    secret: str = ""


class Keeper(Protocol):
    """Who keeps means of payment. Each call raises `ProviderSilent` where nobody knows, and `ProviderRefused`.

    Whatever is asked twice under one id happens once.
    """

    def set_up(self, means: Means) -> Keeping:
        """Have her name one."""

    def look_up_means(self, means: Means) -> Keeping | None:
        """What came of it; `None`: the provider never heard of it."""

    def let_go(self, means: Means) -> None:
        """Keep nothing of it any more, whether she named one or not; of what was never heard nothing is kept."""
