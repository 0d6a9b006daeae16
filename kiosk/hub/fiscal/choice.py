"""Which signer the command line chooses: the one that comes with the hub, or a store's own."""

import re
from collections.abc import Callable
from pathlib import Path
from pkgutil import resolve_name
from types import MappingProxyType
from typing import TypeAlias

from msgspec import Struct

from kiosk.errors import KioskError
from kiosk.hub.fiscal.signer import Signer, SignerSilent

FISCAL_OPTION = "--fiscal"
FILE_OPTION = "--fiscal-file"
NONE, TRAINING = "none", "training"
Opener: TypeAlias = Callable[[Path | None], object]
"""Makes a signer of the file that the store wrote for it. Raises `SignerSilent` where its device does not answer."""
_BUILT_IN = MappingProxyType({TRAINING: "kiosk.hub.fiscal.training_signer:open_signer"})
_WHERE = re.compile(r"[^\W\d][\w.]*:[^\W\d]\w*")


class SignerRefused(KioskError):
    """No signer is to be had as the command line names it; the text says what to do."""

    def __init__(self, name: str, why: str) -> None:
        super().__init__(f"{FISCAL_OPTION} {name}: {why}")


class Fiscal(Struct, frozen=True):
    """`signer` is `none`: the law of the store's country asks for no signature; `training`: one that is worth nothing.

    Else it says where the store's own is opened, as `module:function`, an `Opener` that gets `file`.
    """

    signer: str = NONE
    file: Path | None = None


def is_choice(text: str) -> bool:
    """Whether it names a signer, be it there or not."""
    return text in {NONE, TRAINING} or _WHERE.fullmatch(text) is not None


def open_signer(fiscal: Fiscal) -> Signer | None:
    """The signer that was chosen; `None`: nothing asks for one. Raises `SignerRefused`."""
    if fiscal.signer == NONE:
        return None
    try:
        signer = _find_opener(fiscal.signer)(fiscal.file)
    except SignerSilent as silent:
        raise SignerRefused(fiscal.signer, f"its device does not answer ({silent}); see that it runs") from silent
    if not isinstance(signer, Signer):
        raise SignerRefused(fiscal.signer, "what it opens signs nothing; it needs `is_training` and `sign`")
    return signer


def _find_opener(name: str) -> Opener:
    try:
        opener: Opener = resolve_name(_BUILT_IN.get(name, name))
    except (ImportError, AttributeError) as missing:
        why = f"there is none ({missing}); install it where this hub runs, and name it as MODULE:FUNCTION"
        raise SignerRefused(name, why) from missing
    return opener
