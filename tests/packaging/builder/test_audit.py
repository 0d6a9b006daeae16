import json
from pathlib import Path

import pytest
from builder.audit import AUDITED, FLAWED, NOT_AUDITED, main, read_audit, write_audit

SOUND: dict[str, object] = {"name": "segno", "version": "1.6", "vulns": []}
FLAWY: dict[str, object] = {"name": "Jinja2", "version": "3.0", "vulns": [{"id": "CVE-2024-1"}]}
SKIPPED: dict[str, object] = {"name": "lxml", "skip_reason": "Dependency not found and could not be audited"}


def report(*parts: dict[str, object]) -> str:
    return json.dumps({"dependencies": parts, "fixes": []})


@pytest.mark.parametrize(
    ("told", "locked", "code", "line"),
    [
        (report(SOUND), ["segno"], AUDITED, "audit: hub: no known flaw in 1 parts\n"),
        (report(SOUND, FLAWY), ["segno", "jinja2"], FLAWED, "audit: hub: FLAWED: jinja2 3.0: CVE-2024-1\n"),
        (
            report(SOUND, SKIPPED),
            ["segno", "lxml"],
            NOT_AUDITED,
            "audit: hub: NOT AUDITED: 1 of 2 parts could not be looked up, such as lxml\n",
        ),
        (report(SOUND), ["segno", "lxml"], NOT_AUDITED, "1 of 2 parts could not be looked up, such as lxml\n"),
        ("", ["segno"], NOT_AUDITED, "1 of 1 parts could not be looked up, such as segno\n"),
        (report(FLAWY, SKIPPED), ["jinja2", "lxml"], FLAWED, "1 of 2 parts could not be looked up, such as lxml\n"),
    ],
    ids=["sound", "flawed", "skipped", "not named", "no report", "both"],
)
def test_only_what_was_looked_up_counts_as_audited(told: str, locked: list[str], code: int, line: str) -> None:
    audit = read_audit(told, locked)

    assert audit.code == code
    assert write_audit("hub", audit).endswith(line)


def test_of_several_locks_the_worst_counts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    locks: list[str] = []
    for name, told in (("a", report(SOUND)), ("b", report({"name": "segno", "skip_reason": "not found"})), ("c", "")):
        lock = tmp_path / f"3.11/{name}.txt"
        lock.parent.mkdir(exist_ok=True)
        lock.write_text("# 2026-11-23\nsegno==1.6 --hash=sha256:ab\n")
        (tmp_path / f"3.11-{name}.json").write_text(told)
        locks.append(str(lock))

    assert main(str(tmp_path), locks[0]) == AUDITED
    assert main(str(tmp_path), *locks) == NOT_AUDITED
    assert "3.11/b.txt: NOT AUDITED" in capsys.readouterr().out
