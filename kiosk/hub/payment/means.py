"""What a provider keeps of a member so that it can be charged without her: her means of payment, never its number."""

from datetime import datetime
from typing import Literal, TypeAlias

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
