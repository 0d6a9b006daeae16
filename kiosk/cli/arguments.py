"""What commands have in common: their parser, argparse's own types by names that can be written, and typed times."""

import argparse
from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING, Any, TypeAlias

from typing_extensions import override

Parser: TypeAlias = argparse.ArgumentParser

if TYPE_CHECKING:
    # argparse keeps this class for itself, yet it is what add_subparsers returns.
    Subparsers: TypeAlias = argparse._SubParsersAction[Parser]  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]  # as said above
else:
    Subparsers: TypeAlias = object


class CommandParser(argparse.ArgumentParser):
    """Refuses what it does not know by its own usage, where argparse would leave that to the parser above."""

    @override
    def parse_known_args(  # pyright: ignore[reportIncompatibleMethodOverride] # its overloads say the same in three
        self,
        args: Iterable[str] | None = None,
        namespace: Any = None,
    ) -> tuple[Any, list[str]]:
        """What was typed; nothing is ever left over."""
        parsed, unknown = super().parse_known_args(args, namespace)
        if unknown:
            self.error(f"unrecognized arguments: {' '.join(unknown)}")
        return parsed, unknown


def add_group(subparsers: Subparsers, name: str, about: str, description: str) -> Subparsers:
    """Add a command that does nothing but hold others; what those are added to."""
    parser = subparsers.add_parser(
        name, help=about, description=description, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    return parser.add_subparsers(required=True, metavar="COMMAND")


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
