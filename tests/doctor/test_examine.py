from datetime import UTC, datetime
from pathlib import Path

from kiosk.doctor.examine import examine
from tests.doubles.settings import make_settings


def test_every_part_is_looked_at_though_others_fail(tmp_path: Path) -> None:
    findings = list(examine(make_settings(tmp_path), {}, datetime(2026, 12, 1, tzinfo=UTC)))
    parts = {finding.part for finding in findings}
    assert parts == {"store", "disk", "clock", "broker", "api", "reader", "theme", "fonts", "display", "video"}
    assert all(finding.advice for finding in findings if finding.level != "ok" and finding.part != "theme")
