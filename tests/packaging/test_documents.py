"""What IT reads, held to what there is."""

import ast
import re
from itertools import chain

from kiosk.nfc.diagnose import READERS
from kiosk.settings.credentials import CREDENTIALS
from tests.checks.tree import ROOT, parse_python, read_text

PROOFS = re.findall(r"\| `([\w/.]+)::(\w+)` \|$", read_text(ROOT / "packaging/security.md"), re.MULTILINE)
FOR_IT = read_text(ROOT / "packaging/it.md")


def list_tests(file: str) -> set[str]:
    return {node.name for node in ast.walk(parse_python(ROOT / "tests" / file)) if isinstance(node, ast.FunctionDef)}


def test_every_proof_is_a_test_that_there_is() -> None:
    missing = [f"{file}::{name}" for file, name in PROOFS if name not in list_tests(file)]

    assert len(PROOFS) > 25
    assert missing == []


def test_owasps_ten_have_their_places() -> None:
    items = re.findall(r"^\| (I\d+) ", read_text(ROOT / "packaging/security.md"), re.MULTILINE)

    assert items == [f"I{number}" for number in range(1, 11)]


def test_the_readers_are_those_that_can_be_driven() -> None:
    rows = re.findall(r"^\| ([^|]+) \| ((?:[0-9a-f]{4}:[0-9a-f]{4}(?:, )?)+) \|", FOR_IT, re.MULTILINE)
    told = chain.from_iterable(((one, name) for one in ids.split(", ")) for name, ids in rows)

    assert dict(told) == READERS


def test_credentials_are_called_what_the_screen_looks_for() -> None:
    named = re.findall(r"`(?:etc/credstore/)?(vitrine-(?:broker|store|loyalty|screen)-\w+)`", FOR_IT)

    assert set(named) - set(CREDENTIALS.values()) == set()
    assert named != []
