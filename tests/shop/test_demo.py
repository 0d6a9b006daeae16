import re
import subprocess
import sys
from pathlib import Path

import zxingcpp
from PIL import Image


def read_codes(picture: Path) -> list[str]:
    """The addresses to which a phone's camera would be led."""
    with Image.open(picture) as opened:
        grey = opened.convert("L")
    view = memoryview(grey.tobytes()).cast("B", (grey.height, grey.width))
    return [found.text for found in zxingcpp.read_barcodes(view)]


def test_the_demo_closes_the_loop_and_pictures_a_code_that_leads_to_the_conversation(tmp_path: Path) -> None:
    command = (sys.executable, "-m", "kiosk", "demo", "--seconds", "25", "--screenshots", str(tmp_path / "out"))
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=180)  # noqa: S603 # our own program
    assert done.returncode == 0, done.stdout + done.stderr
    assert "the conversation goes on at http://" in done.stdout
    pictures = len(list((tmp_path / "out").glob("*.png")))
    assert f"{pictures} pictures of it are in {tmp_path / 'out'}" in done.stdout
    names = {path.name.partition("-")[2].partition("-")[0] for path in (tmp_path / "out").glob("*.png")}
    assert {"attract", "offering", "saved"} <= names
    conversations = set(re.findall(r"the conversation goes on at (\S+)", done.stdout))
    codes = [read_codes(picture) for picture in (tmp_path / "out").glob("*-saved-*-code.png")]
    assert codes
    assert all(len(found) == 1 and found[0] in conversations for found in codes)


def test_a_demo_that_closed_no_loop_says_so_and_fails(tmp_path: Path) -> None:
    command = (sys.executable, "-m", "kiosk", "demo", "--seconds", "0.5", "--set", f"theme.dir={tmp_path}")
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=180)  # noqa: S603 # our own program
    assert done.returncode == 1
    assert "NOT closed" in done.stdout
