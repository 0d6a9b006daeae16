import argparse
from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest

from kiosk.errors import KioskError
from kiosk.hub.cli.hub import add_hub_commands
from tests.hub.cli.conftest import TypeHub


@pytest.mark.sqlite
@pytest.mark.parametrize("words", [("serve",), ("screen", "approve", "AAAA-BBBB")])
def test_without_a_database_nothing_is_begun_but_said_what_to_do(
    type_hub: TypeHub, tmp_path: Path, words: tuple[str, ...]
) -> None:
    with pytest.raises(KioskError, match="run `kiosk hub seed` first, or name another with --database"):
        type_hub(*words)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("words", "taught"),
    [
        (("hub",), "kiosk hub seed"),
        (("hub", "serve"), "Phones need an address that they can reach"),
        (("hub", "seed"), "nine offers"),
        (("hub", "screen"), "short code"),
        (("hub", "screen", "approve"), "shows this code"),
        (("hub", "screen", "revoke"), "from its next request on"),
        (("hub", "tag"), "NTAG 424 DNA"),
        (("hub", "till"), "POST /v1/redemptions"),
        (("hub", "redeem"), "learns that it was worth showing"),
        (("hub", "pass"), "why a phone would not install a pass"),
        (("hub", "webhook"), "CloudEvents 1.0"),
    ],
)
def test_the_help_teaches(words: tuple[str, ...], taught: str, capsys: pytest.CaptureFixture[str]) -> None:
    parser = argparse.ArgumentParser(prog="kiosk")
    add_hub_commands(parser.add_subparsers())

    with pytest.raises(SystemExit):
        parser.parse_args([*words, "--help"])
    assert taught in capsys.readouterr().out


def _list_parsers(choices: object) -> list[ArgumentParser]:
    values = cast("dict[str, object]", choices).values() if isinstance(choices, dict) else ()
    return [child for child in values if isinstance(child, ArgumentParser)]


def _list_leaves(parser: ArgumentParser) -> Iterator[ArgumentParser]:
    """The parsers of all commands that have no commands of their own."""
    actions = parser._actions  # noqa: SLF001  # pyright: ignore[reportPrivateUsage] (argparse has no other way to them)
    children = [child for action in actions for child in _list_parsers(action.choices)]
    if not children:
        yield parser
    for child in children:
        yield from _list_leaves(child)


def test_what_changes_something_is_on_record() -> None:
    root = ArgumentParser(prog="kiosk")
    add_hub_commands(root.add_subparsers())
    runs = {leaf.prog.removeprefix("kiosk hub "): leaf.get_default("run") for leaf in _list_leaves(root)}
    noted = {name for name, run in runs.items() if hasattr(run, "__wrapped__")}

    assert noted >= {
        *("person add", "person remove", "member show", "member withdraw", "member phone", "member export"),
        *("member erase", "member reapply-erasures", "screen approve", "screen revoke", "source add", "source revoke"),
        *("segment set", "segment remove", "webhook add", "webhook remove", "till", "redeem", "import"),
        *("benefits set", "benefits source", "benefits reverse", "offer budget", "offer control", "offer contacts"),
    }
    assert noted & {"person list", "screen list", "serve", "restore-check"} == set()
