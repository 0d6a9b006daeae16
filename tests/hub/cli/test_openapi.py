import json
from argparse import ArgumentParser

import pytest

from kiosk.hub.cli.openapi import add_openapi_command
from tests.hub.running import RunningHub


def test_what_is_printed_is_what_a_running_hub_publishes(
    running: RunningHub, capsys: pytest.CaptureFixture[str]
) -> None:
    parser = ArgumentParser(prog="kiosk")
    add_openapi_command(parser.add_subparsers())
    arguments = parser.parse_args(["openapi"])

    assert arguments.run(arguments) == 0
    assert json.loads(capsys.readouterr().out) == running.get("/openapi.json").json()
