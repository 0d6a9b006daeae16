import msgspec
from sqlalchemy import select

from kiosk.hub.context import Hub
from kiosk.hub.domain.member_data.export import encode_export, gather_export
from kiosk.hub.models.conversation.claim import get_claim_of
from kiosk.hub.models.members.member import Member
from kiosk.hub.text.consent_text import LATEST
from tests.hub.domain.member_data.known_well import ADDRESS, BROWSER, OPEN, PHONE, WORDS, get_to_know


def _export(hub: Hub, key: str) -> str:
    with hub.database.read() as session:
        return encode_export(gather_export(hub, session, session.get_one(Member, key), "de")).decode()


def test_she_gets_what_she_wrote_allowed_kept_and_bought_and_what_follows_from_it(hub: Hub) -> None:
    known = get_to_know(hub)
    export = msgspec.json.decode(_export(hub, known.key))
    parts = export["parts"]

    assert (export["store"], export["member"]) == ("Kleine Freude", known.key)
    assert [row["address"] for row in parts["accounts"]] == [ADDRESS]
    assert {row["text"] for row in parts["messages"]} >= {WORDS}
    assert {(row["purpose"], row["text_version"]) for row in parts["consents"]} == {
        ("proximity", LATEST),
        ("personal_offers", LATEST),
    }
    assert parts["consents"][0]["wording"].startswith("Im Laden erkannt werden: ")
    assert "Vase Rille" in {row["offer"] for row in parts["bookmarks"]}
    assert [row["total"] for row in parts["receipts"]] == ["20.00"]
    assert export["derived"]["memberships"] is not None


def test_nothing_is_in_it_that_lets_anybody_in_or_that_is_of_others(hub: Hub) -> None:
    known = get_to_know(hub)
    text = _export(hub, known.key)
    with hub.database.read() as session:
        token = get_claim_of(session, OPEN).token
        others = session.scalars(select(Member.key).where(Member.key != known.key)).all()

    assert [secret for secret in (known.card, BROWSER, PHONE, token, *others) if secret in text] == []


def test_who_allows_no_conclusions_is_told_that_there_are_none(hub: Hub) -> None:
    with hub.database.read() as session:
        keys = session.scalars(select(Member.key)).all()
    derived = [msgspec.json.decode(_export(hub, key))["derived"] for key in keys]

    assert None in derived
