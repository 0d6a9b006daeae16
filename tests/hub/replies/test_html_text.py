import pytest

from kiosk.hub.replies.html_text import read_html


def _read(html: str) -> list[str]:
    return [line.strip() for line in read_html(html).splitlines() if line.strip()]


@pytest.mark.parametrize(
    ("html", "lines"),
    [
        ("<p>Ja,<br>in&nbsp;Blau &amp; Rot</p>", ["Ja,", "in\xa0Blau & Rot"]),
        ("<style>p{}</style><script>x()</script><title>t</title><p>Ja</p>", ["Ja"]),
        ('<div>Ja</div><div class="gmail_quote"><div>Am So. schrieb</div></div><p>Mara</p>', ["Ja", "Mara"]),
        ("Ja<blockquote type=cite><div>alt</div></blockquote>Mara", ["Ja", "Mara"]),
        ("<div>Ja</p></div></b>Mara", ["Ja", "Mara"]),
        ("Ja<br/><img src=x onerror=y>Nein", ["Ja", "Nein"]),
        ("<p>Ja <a href='javascript:x'>hier</a>", ["Ja hier"]),
        ("<head><title>t</title><p>Ja", ["Ja"]),
        ("<meta charset=iso-8859-1>Gr\u00fc\u00dfe<!-- an -->\0 alle", ["Gr\u00fc\u00dfe\ufffd alle"]),
        ("\ud800", ["?"]),
        ("", []),
    ],
)
def test_what_was_written_is_read_and_what_is_quoted_is_not(html: str, lines: list[str]) -> None:
    assert _read(html) == lines


@pytest.mark.parametrize(
    "html",
    ["<div>", "</div>", "<", "<div><p>", "<p>", "<b><p>", "<a ", "<!--", "<a x='", "<a b=c ", "<table>", "&#", "<!"],
)
@pytest.mark.timeout(60)  # the standard library's reader takes minutes
def test_hostile_html_is_read_to_its_end(html: str) -> None:
    whole = html * (256 * 1024 // len(html))
    assert len(read_html(whole)) <= len(whole)
