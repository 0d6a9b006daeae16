from kiosk.theming.bundle import MOST_BYTES, MOST_FILES, MOST_FONT_BYTES, MOST_TEXT_BYTES, Intake, find_limit


def test_each_kind_of_file_has_a_limit_of_its_own() -> None:
    assert (find_limit("theme.toml"), find_limit("a.ttf")) == (MOST_TEXT_BYTES, MOST_FONT_BYTES)


def test_what_fits_is_kept_and_what_does_not_is_named() -> None:
    intake = Intake()
    intake.take("a.txt", b"one")
    intake.take("b.txt", bytes(MOST_TEXT_BYTES + 1))
    assert intake.files == {"a.txt": b"one"}
    assert [finding.place for finding in intake.findings] == ["b.txt"]


def test_all_files_together_have_a_limit() -> None:
    intake = Intake()
    for number in range(5):
        assert intake.admit(f"{number}.ttf") is not None
        intake.take(f"{number}.ttf", bytes(MOST_FONT_BYTES))
    assert sum(map(len, intake.files.values())) == MOST_BYTES
    assert "all files together" in intake.findings[0].why


def test_one_file_too_many_is_said_once() -> None:
    intake = Intake()
    admitted = [intake.admit(f"{number}.txt") for number in range(MOST_FILES + 3)]
    assert admitted.count(None) == 3
    assert [finding.why for finding in intake.findings] == [f"more than {MOST_FILES} files"]
