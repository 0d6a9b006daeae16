from dataclasses import replace

import pytest

from kiosk.hub.context import Hub
from kiosk.hub.domain.conversation.aside import find_owner, hear_aside, join_subject, prove_sender, write_back
from kiosk.hub.domain.conversation.mail_reply import take_mail
from kiosk.hub.models.conversation.conversation import list_messages_with
from kiosk.hub.models.conversation.message import LONGEST
from kiosk.hub.models.conversation.stray_mail import StrayMail, find_stray_mail, list_stray_mails, put_aside
from kiosk.hub.replies.intake import Intake
from kiosk.hub.sample.shop import STORE, STORE_NAME
from tests.hub.accounts import ADDRESS
from tests.hub.joined import join_at
from tests.hub.running import NOW

_ID = "a" * 64
_INTAKE = Intake("hello@shop.example")


@pytest.fixture
def hub(hub: Hub) -> Hub:
    """The hub of a store that takes answers by mail, and a member."""
    join_at(hub)
    return replace(hub, settings=replace(hub.settings, replies=_INTAKE))


def _add(hub: Hub, text: str = "Ist er da?", sender: str = ADDRESS, *, is_proven: bool = False) -> None:
    with hub.database.write() as session:
        mail = StrayMail(
            id_hash=_ID,
            store_id=STORE,
            reason="no_thread",
            sender=sender,
            subject="Der Becher",
            text=text,
            came_at=NOW,
            is_proven=is_proven,
        )
        put_aside(session, mail)


def _list_said(hub: Hub) -> list[str]:
    with hub.database.read() as session:
        return [one.text for one in list_messages_with(session, ["s_joined"])]


def _list_aside(hub: Hub) -> list[tuple[str, str, bool]]:
    with hub.database.read() as session:
        return [(one.reason, one.text, one.is_proven) for one in list_stray_mails(session, STORE, 9)]


def _answer(hub: Hub, sender: str, **changes: str) -> str:
    """Write back to who sent it, and take what comes from `sender` to where that is answered."""
    with hub.database.write() as session:
        mail = session.get_one(StrayMail, _ID)
        letter = write_back(hub, session, mail, "Sind Sie das?")
    assert (letter.to, letter.subject, letter.text) == (
        mail.sender,
        "Re: Der Becher",
        f"Sind Sie das?\n\n{STORE_NAME}\n",
    )
    told = {"From": sender, "To": letter.reply_to or "", "Message-ID": "<2@example.com>", **changes}
    return take_mail(hub, _INTAKE, "".join(f"{name}: {text}\n" for name, text in told.items()).encode() + b"\nJa!")


def test_a_subject_stands_above_what_a_mail_says() -> None:
    assert [join_subject("Der\tBecher", "Da?"), join_subject("", "Da?")] == ["Der Becher\n\nDa?", "Da?"]


@pytest.mark.parametrize(
    ("sender", "is_proven", "owner"),
    [(ADDRESS, True, "s_joined"), (ADDRESS, False, None), ("eve@example.com", True, None)],
)
def test_a_mail_is_a_members_where_her_address_is_proved_to_have_sent_it(
    hub: Hub, sender: str, *, is_proven: bool, owner: str | None
) -> None:
    _add(hub, sender=sender, is_proven=is_proven)
    with hub.database.read() as session:
        found = find_owner(session, session.get_one(StrayMail, _ID))

    assert (found.member_key if found else None) == owner


def test_what_is_longer_than_a_message_stands_in_several_with_no_word_lost_nor_cut(hub: Hub) -> None:
    words = ["Wort"] * LONGEST
    _add(hub, " ".join(words), is_proven=True)
    with hub.database.write() as session:
        mail = session.get_one(StrayMail, _ID)
        page = find_owner(session, mail)
        assert page
        hear_aside(hub, session, mail, page)
    said = _list_said(hub)

    assert max(len(text) for text in said) <= LONGEST
    assert " ".join(said).split() == ["Der", "Becher", *words]
    assert _list_aside(hub) == []


def test_who_answers_the_stores_mail_proves_her_own_and_both_stand_in_her_conversation(hub: Hub) -> None:
    _add(hub)

    assert _answer(hub, ADDRESS) == "heard"
    assert _list_said(hub) == ["Der Becher\n\nIst er da?", "Ja!"]
    assert _list_aside(hub) == []


def test_the_answer_of_who_is_no_member_waits_for_the_staff_as_proved(hub: Hub) -> None:
    _add(hub, sender="eve@example.com")

    assert _answer(hub, "eve@example.com") == "answered"
    assert sorted(_list_aside(hub)) == [("answered", "Ja!", True), ("no_thread", "Ist er da?", True)]


def test_what_comes_from_another_address_proves_nothing(hub: Hub) -> None:
    _add(hub)

    assert _answer(hub, "eve@example.com") == "no_thread"
    assert ("no_thread", "Ist er da?", False) in _list_aside(hub)
    assert _list_said(hub) == []


def test_a_robots_answer_proves_nothing(hub: Hub) -> None:
    _add(hub)

    assert _answer(hub, ADDRESS, **{"Auto-Submitted": "auto-replied"}) == "automatic"
    assert _list_aside(hub) == [("no_thread", "Ist er da?", False)]


def test_once_it_was_dealt_with_its_token_leads_nowhere(hub: Hub) -> None:
    _add(hub, is_proven=True)
    with hub.database.write() as session:
        mail = find_stray_mail(session, STORE, _ID)
        assert mail
        token = write_back(hub, session, mail, "Ja").reply_to or ""
        assert prove_sender(hub, session, mail)
    answer = f"From: {ADDRESS}\nTo: {token}\nMessage-ID: <3@e>\n\nNoch etwas".encode()

    assert take_mail(hub, _INTAKE, answer) == "no_thread"
