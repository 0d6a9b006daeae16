"""Finds code that nothing uses."""

import re

from tests.checks.tool import ask_tool

# A field or attribute may be read by QML, SQL or JSON alone, where vulture does not look.
_FIELD = re.compile(r"unused (?:variable|attribute) '\w+' \(60% confidence\)")


def test_there_is_no_dead_code() -> None:
    found = ask_tool("vulture").stdout.splitlines()

    assert [line for line in found if not _FIELD.search(line)] == []
