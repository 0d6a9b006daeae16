"""Which signer the command line chooses."""

from typing import Literal, TypeAlias

Fiscal: TypeAlias = Literal["none", "training"]
"""`none`: the store's country asks for no signature; `training`: one that is worth nothing."""
