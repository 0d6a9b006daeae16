import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.theming.document import LONGEST_LINE, read_document
from kiosk.theming.finding import Finding


def test_a_table_is_read() -> None:
    findings: list[Finding] = []
    assert read_document("a.toml", "word = 'grüße'".encode(), findings) == {"word": "grüße"}
    assert findings == []


def test_what_an_editor_of_windows_wrote_is_read() -> None:
    assert read_document("a.toml", b"\xef\xbb\xbfa = 1\r\nb = 2\r\n", []) == {"a": 1, "b": 2}


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"a = 1\na = 2", "not a TOML file: Cannot overwrite a value"),
        (b"\xff", "not a TOML file in UTF-8"),
        (b"a = '\x1b[2J'", "not a TOML file: .*x1b"),
        (b"a = " + b"9" * LONGEST_LINE, "has a line of more than 500 bytes"),
        (b"a = " + b"[\n" * 20_000, "is nested too deeply"),
    ],
)
def test_what_is_no_table_is_named_once(content: bytes, why: str) -> None:
    findings: list[Finding] = []
    assert read_document("a.toml", content, findings) == {}
    (finding,) = findings
    assert finding.why.startswith(why.partition(".*")[0])
    assert str(finding).isprintable()


@given(st.binary() | st.text(alphabet="ab[]{}=.'\"\\\n#0x_-:T ").map(str.encode))
def test_whatever_a_file_holds_it_is_read_or_named(content: bytes) -> None:
    findings: list[Finding] = []
    table = read_document("a.toml", content, findings)
    assert not (table and findings)
