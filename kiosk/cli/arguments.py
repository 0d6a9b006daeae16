"""argparse's own types by names that can be written."""

import argparse
from typing import TYPE_CHECKING, TypeAlias

Parser: TypeAlias = argparse.ArgumentParser

if TYPE_CHECKING:
    # argparse keeps this class for itself, yet it is what add_subparsers returns.
    Subparsers: TypeAlias = argparse._SubParsersAction[Parser]  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]  # as said above
else:
    Subparsers: TypeAlias = object
