from argparse import ArgumentParser
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.errors import FileRefused
from kiosk.hub.cli.wallet_pass import add_pass_commands
from kiosk.hub.context import read_clock
from kiosk.hub.wallet.apple.try_signer import make_try_signer
from kiosk.hub.wallet.doctor.archive import read_files
from tests.hub.wallet.key_files import write_key_files

Run = Callable[..., tuple[int, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Types a command; its exit code, and what it said."""

    def run(*words: str | Path) -> tuple[int, str]:
        parser = ArgumentParser(prog="kiosk")
        add_pass_commands(parser.add_subparsers())
        arguments = parser.parse_args(["pass", *map(str, words)])
        return int(arguments.run(arguments)), capsys.readouterr().out

    return run


def test_a_sample_pass_is_written_and_the_doctor_finds_but_its_authority_wrong(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "try.pkpass"
    written = run("try", "--out", file)
    code, said = run("doctor", file)

    assert written == (0, f"{file} is signed by a test authority of this program: no phone will take it.\n")
    assert [line.split()[0] for line in said.splitlines()] == ["advice", "wrong", "No"]
    assert "signed for trying" in said
    assert code == 1


def test_with_a_stores_own_certificate_the_sample_is_signed_for_its_pass_type(run: Run, tmp_path: Path) -> None:
    signer = make_try_signer(read_clock())
    certificate, key, wwdr = write_key_files(tmp_path, signer)
    file = tmp_path / "own.pkpass"
    names = ("--apple-pass-cert-file", certificate, "--apple-pass-key-file", key, "--apple-pass-wwdr-file", wwdr)
    code, said = run("try", "--out", file, *names)

    assert (code, said) == (0, f"{file} is signed for {signer.pass_type}: send it to an iPhone, by mail for example.\n")
    assert "strip@3x.png" in read_files(file.read_bytes())


def test_what_is_no_pass_is_said(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "photo.pkpass"
    file.write_bytes(b"\xff\xd8\xff")

    code, said = run("doctor", file)
    assert code == 1
    assert said.startswith("wrong   This is no readable zip archive")


def test_a_file_that_cannot_be_read_or_written_is_named(run: Run, tmp_path: Path) -> None:
    with pytest.raises(FileRefused, match="pkpass cannot be read"):
        run("doctor", tmp_path / "none.pkpass")
    with pytest.raises(FileRefused, match="pkpass cannot be written"):
        run("try", "--out", tmp_path / "none" / "try.pkpass")
