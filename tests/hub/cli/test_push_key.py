from argparse import ArgumentParser
from pathlib import Path

import pytest

from kiosk.hub.cli.push_key import add_push_key_command
from kiosk.hub.push.push_service import PushRefused, read_push_service


def test_a_key_is_made_that_the_hub_can_serve_with(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "push.pem"
    parser = ArgumentParser(prog="kiosk")
    add_push_key_command(parser.add_subparsers())
    arguments = parser.parse_args(["push-key", str(file)])

    assert arguments.run(arguments) == 0
    assert f"--push-key {file}" in capsys.readouterr().out
    assert read_push_service(file, "mailto:it@shop.example").public_key
    with pytest.raises(PushRefused, match="there already"):
        arguments.run(arguments)
