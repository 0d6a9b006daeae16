"""Proves that tests/conftest.py catches what it promises to catch."""

from pathlib import Path

import pytest

from tests.checks.tool import ask_tool

_CAUGHT = {
    "192.0.2.1": """
        def test_it():
            with contextlib.suppress(OSError):
                socket.create_connection(("192.0.2.1", 9), timeout=1)
    """,
    "kiosk.shelf: it fell down": """
        def test_it():
            logging.getLogger("kiosk.shelf").warning("it fell %s", "down")
    """,
}

_CONTENT = """
        def test_it():
            with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname()):
                pass

        @pytest.mark.allow_log("it fell")
        def test_that():
            logging.getLogger("kiosk.shelf").warning("it fell %s", "down")
"""


def _run_test(folder: Path, body: str) -> tuple[int, str]:
    file = folder / "test_it.py"
    lines = ("import contextlib, logging, pytest, socket", *(line[8:] for line in body.splitlines()))
    file.write_text("\n".join(lines))
    answer = ask_tool(
        "pytest", "-c", "pyproject.toml", "-p", "tests.conftest", "-p", "no:cacheprovider", str(file), PYTHONPATH="."
    )
    return answer.returncode, answer.stdout


@pytest.mark.parametrize("complaint", _CAUGHT)
def test_a_test_fails_that_ends_with(complaint: str, tmp_path: Path) -> None:
    code, output = _run_test(tmp_path, _CAUGHT[complaint])

    assert code == 1
    assert complaint in output


def test_a_test_that_stays_here_and_names_its_complaint_passes(tmp_path: Path) -> None:
    assert _run_test(tmp_path, _CONTENT)[0] == 0
