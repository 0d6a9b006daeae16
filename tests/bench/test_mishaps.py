from pathlib import Path

import pytest

from kiosk.bench import mishaps
from kiosk.bench.mishaps import Mishaps, NotMended


@pytest.mark.allow_log("card reader: reader_gone")
def test_broker_and_reader_go_and_come_back(tmp_path: Path) -> None:
    both = Mishaps(tmp_path)
    both.wait_until_well()
    for _ in range(2):
        both.strike()  # returns once both are missed
        both.mend()
        both.wait_until_well()
    both.close()

    assert both.count == 2


@pytest.mark.allow_log("card reader: reader_gone")
def test_what_does_not_come_back_is_said_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    both = Mishaps(tmp_path)
    both.wait_until_well()
    both.strike()
    monkeypatch.setattr(mishaps, "PATIENCE_S", 0.0)

    with pytest.raises(NotMended):
        both.wait_until_well()
    both.close()
