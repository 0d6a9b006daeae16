from pathlib import Path

from tests.faults.replacements import fail_replacements


def test_a_disk_that_fails_while_a_file_is_replaced_leaves_the_old_one_or_the_new_one(tmp_path: Path) -> None:
    finding = fail_replacements(tmp_path, every=7)
    assert finding.is_clean, finding
    assert {"of them write", "of them fsync", "of them rename"} <= finding.notes.keys()
    assert finding.notes["files refused"] > 5, "no call that failed mattered"
