import argparse
from pathlib import Path

import pytest

from kiosk.errors import KioskError
from kiosk.hub.cli.hub import add_hub_commands
from tests.hub.cli.conftest import TypeHub


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
