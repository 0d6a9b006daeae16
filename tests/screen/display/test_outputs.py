import subprocess
import sys
from pathlib import Path

import msgspec

from kiosk.screen.display.outputs import Output
from tests.doubles.made_up_displays import make_environment


def test_it_names_every_display_its_size_and_which_one_was_asked_for(tmp_path: Path) -> None:
    command = (sys.executable, "-m", "kiosk.screen.display.outputs", "HDMI-1")
    done = subprocess.run(command, env=make_environment(tmp_path), check=True, capture_output=True)  # noqa: S603 # our own module
    told = [msgspec.json.decode(line, type=Output) for line in done.stdout.splitlines()]
    hdmi, dp = Output("HDMI-1", 1280, 720, is_chosen=True), Output("DP-2", 720, 1280, is_chosen=False)
    assert sorted(told, key=lambda output: output.height) == [hdmi, dp]
