"""The table of faults for IT, held to what the program can say."""

import ast
import re
from typing import get_args

from kiosk.app.files.shown_keeper import KEPT
from kiosk.app.rooms.fleet import NOTICE
from kiosk.core.fault import Part
from kiosk.loyalty.failure import Trouble
from kiosk.nfc import fault as nfc
from kiosk.shelf.feed import NO_PRICES, NOT_CERTAIN
from tests.checks.tree import ROOT, read_text, walk_python

ROWS = re.findall(r"^\| (`[^|]+`) \| [^|]+ \| [^|]+ \|$", read_text(ROOT / "packaging/faults.md"), re.MULTILINE)
NAMED = {name for row in ROWS for name in re.findall(r"`([^`]+)`", row)}
PLAIN = re.compile(r"[a-z]+/[a-z][a-z_]+")
SINK = 2
"""So many arguments has the call."""
ROOMS = [
    "kiosk/app",
    "kiosk/bookmarks",
    "kiosk/fleet",
    "kiosk/loyalty",
    "kiosk/mqtt",
    "kiosk/nfc",
    "kiosk/playlog",
    "kiosk/proximity",
    "kiosk/shelf",
    "kiosk/signage",
]


def list_literal_faults() -> set[str]:
    """Those that the code names where it sets them."""
    found = {
        "/".join(map(str, (node.args[0].value, code.value)))
        for _, node in walk_python(*ROOMS)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "set_fault"
        if len(node.args) == SINK and isinstance(node.args[0], ast.Constant)
        for code in ast.walk(node.args[1])
        if isinstance(code, ast.Constant)
    }
    return {name for name in found if PLAIN.fullmatch(name)}


def list_texts() -> set[str]:
    """Every text in the code."""
    nodes = (node for _, node in walk_python(*ROOMS) if isinstance(node, ast.Constant))
    return {node.value for node in nodes if isinstance(node.value, str)}


def test_what_the_code_can_say_is_in_the_table() -> None:
    said = list_literal_faults()
    said |= {f"api/{trouble}" for trouble in Trouble}
    said |= {f"nfc/{code}" for code in (nfc.READER_GONE, nfc.READER_DENIED, nfc.READER_BUSY, nfc.NO_STORE_KEY)}
    said |= {f"shelf/{code}" for code in (NO_PRICES, NOT_CERTAIN)}
    said |= {f"outbox/{kept.not_saved}" for kept in (NOTICE, KEPT)}

    assert said - NAMED == set()


def test_what_is_in_the_table_can_be_said() -> None:
    codes = {name.partition("/")[2] for name in NAMED if PLAIN.fullmatch(name)}

    assert codes - list_texts() == set()


def test_every_part_has_a_fault_and_none_is_made_up() -> None:
    assert {name.partition("/")[0] for name in NAMED} == set(get_args(Part))
