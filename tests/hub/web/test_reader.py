import hashlib
from pathlib import Path

import requests

from kiosk.hub.app import __file__ as app_file
from tests.hub.running import DEADLINE_S, RunningHub

STATIC = Path(app_file).parent / "static"


def test_the_reader_is_the_one_that_its_script_was_made_for() -> None:
    script = (STATIC / "barcode-detector.js").read_text()

    assert hashlib.sha256((STATIC / "zxing_reader.wasm").read_bytes()).hexdigest() in script


def test_browsers_get_it_as_what_it_is(running: RunningHub) -> None:
    answer = requests.get(f"{running.url}/static/zxing_reader.wasm", timeout=DEADLINE_S)

    assert (answer.status_code, answer.headers["Content-Type"]) == (200, "application/wasm")
