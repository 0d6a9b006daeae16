from pathlib import Path

import pytest

from kiosk.cli.main import run_command


def test_a_hub_can_be_seeded_from_the_command_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    places = ["--database", f"sqlite:///{tmp_path / 'hub.db'}", "--media", str(tmp_path / "media")]
    assert run_command(["hub", "seed", *places, "--out", str(tmp_path / "out")]) == 0
    assert (tmp_path / "out" / "store.key").is_file()
    assert "sample shop is ready" in capsys.readouterr().out


def test_the_hub_knows_the_makes_of_gateway_by_name(tmp_path: Path) -> None:
    database = "--database", f"sqlite:///{tmp_path / 'hub.db'}"
    run_command(["hub", "seed", *database, "--media", str(tmp_path / "media"), "--out", str(tmp_path / "out")])
    made = tmp_path / "broker"

    assert run_command(["hub", "mqtt", str(made), *database, "--host", "broker.shop", "--presence", "tasmota"]) == 0
    assert "pattern write tele/+/SENSOR\n" in (made / "acl-gateways").read_text()
