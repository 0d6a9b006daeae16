"""What commands have in common: argparse's own types by names that can be written, and how a time is typed."""

import argparse
from datetime import datetime
from typing import TYPE_CHECKING, TypeAlias

Parser: TypeAlias = argparse.ArgumentParser

if TYPE_CHECKING:
    # argparse keeps this class for itself, yet it is what add_subparsers returns.
    Subparsers: TypeAlias = argparse._SubParsersAction[Parser]  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]  # as said above
else:
    Subparsers: TypeAlias = object


def parse_time(text: str) -> datetime:
    """A time without offset: whose clock it is, the command says. Raises argparse's own refusal."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo:
        message = "must be the store's own time, such as 2026-11-23T12:00"
        raise argparse.ArgumentTypeError(message)
    return moment
