from pathlib import Path

from kiosk.bench.bytecode import compile_programs


def test_what_is_measured_has_its_byte_code(tmp_path: Path) -> None:
    (tmp_path / "program.py").write_text("ANSWER = 42\n")
    assert compile_programs(tmp_path)
    assert [file.suffix for file in (tmp_path / "__pycache__").iterdir()] == [".pyc"]


def test_what_cannot_be_compiled_is_said(tmp_path: Path) -> None:
    (tmp_path / "program.py").write_text("ANSWER = \n")
    assert not compile_programs(tmp_path)
