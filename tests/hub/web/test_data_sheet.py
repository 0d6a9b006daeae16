import html
import re

from kiosk.hub.context import Hub
from kiosk.hub.domain.member_data.export import gather_export
from kiosk.hub.models.conversation.message import Message
from kiosk.hub.models.members.member import Member
from kiosk.hub.web.data_sheet import render_sheet
from tests.hub.domain.member_data.known_well import ADDRESS, WORDS, get_to_know


def _render(hub: Hub, key: str, language: str) -> str:
    with hub.database.read() as session:
        return render_sheet(gather_export(hub, session, session.get_one(Member, key), language), "Europe/Berlin")


def test_she_reads_it_in_her_language_and_her_stores_time(hub: Hub) -> None:
    known = get_to_know(hub)
    german, english = (_render(hub, known.key, language) for language in ("de", "en"))

    for text in ("Was Sie erlaubt haben", "22. November 2026, 10:00", ADDRESS, WORDS, "Prüfsumme"):
        assert text in german
    assert "What you allowed" in english


def test_what_she_wrote_is_shown_as_she_wrote_it_and_does_nothing(hub: Hub) -> None:
    known = get_to_know(hub)
    with hub.database.write() as session:
        for message in session.query(Message).all():
            message.text = "<script>alert(1)</script>"
    page = _render(hub, known.key, "de")

    assert "<script" not in page
    assert "<script>alert(1)</script>" in html.unescape(page)
    assert re.findall(r'(?:src|href)="', page) == []
