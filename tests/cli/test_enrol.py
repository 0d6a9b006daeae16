from pathlib import Path

import pytest

from kiosk.cli.main import run_command
from tests.doubles.enrolment_desk import IN, EnrolmentDesk, Reply

DESK = "https://hub.example/console/screens"


def test_the_code_is_said_and_the_screen_is_let_in(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    replies = (
        Reply(503, {}, {"Retry-After": "0"}),
        Reply(410, {}),
        Reply(202, {"approve_at": DESK, "expires_in": 1}),
        IN,
    )
    with EnrolmentDesk(*replies) as desk:
        words = ("--set", f"loyalty.url={desk.url}", "--set", f"state.dir={tmp_path}")
        assert run_command(["enrol", *words]) == 0
        assert run_command(["enrol", *words]) == 2
        assert run_command(["enrol", "--anew", *words]) == 0

    said = capsys.readouterr()
    code = str(desk.asked.read()[-3]["code"])
    assert f"{desk.url} cannot be asked now (http_503); trying again." in said.out
    assert f"Approve the code {code} at {DESK}" in said.out
    start = f"kiosk run --set loyalty.url={desk.url} --set state.dir={tmp_path}"
    assert said.out.count(f"The screen is let in. Start it: {start}\n") == 2
    assert "add --anew" in said.err
    assert (tmp_path / "token").read_text() == "word\n"
