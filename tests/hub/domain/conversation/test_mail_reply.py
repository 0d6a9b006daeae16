from datetime import timedelta
from typing import Any

import pytest
from msgspec.structs import replace

from kiosk.hub.context import Hub
from kiosk.hub.domain.conversation.mail_reply import take_mail
from kiosk.hub.models.conversation.bookmark import Bookmark
from kiosk.hub.models.conversation.conversation import list_messages_with
from kiosk.hub.models.conversation.reply_address import LIFETIME, ReplyAddress, give_reply_address
from kiosk.hub.models.conversation.stray_mail import list_stray_mails
from kiosk.hub.models.members.account import Account
from kiosk.hub.models.store.store import Store
from kiosk.hub.replies.intake import Intake
from kiosk.hub.sample.shop import STORE
from kiosk.hub.text.message_words import GERMAN
from tests.hub.joined import add_joined, join_at, say_to
from tests.hub.running import Dial
from tests.hub.thread import keep_mug, list_thread, say

_HERS, _TOKEN = "mara@example.com", "0123456789abcdef" * 2
_INTAKE = Intake("hello@shop.example")
_TRUSTING = replace(_INTAKE, trusted="mx.shop.example")
_PROVEN = "mx.shop.example; dmarc=pass header.from=example.com"


@pytest.fixture
def bookmark(hub: Hub) -> Bookmark:
    """The store wrote to her, by a mail that is answered under the token."""
    bookmark = keep_mug(hub)
    say(hub, bookmark, "Ja, in Blau")
    with hub.database.write() as session:
        session.add(Account(member_key=bookmark.member_key, store_id=STORE, opened_at=hub.now(), address=_HERS))
        address = ReplyAddress(message_id=_find_last(hub, bookmark), token=_TOKEN, made_at=hub.now())
        give_reply_address(session, address)
    return bookmark


def _find_last(hub: Hub, bookmark: Bookmark) -> int:
    return list_thread(hub, bookmark)[-1].id


def _write(text: str = "Danke!", **headers: str) -> bytes:
    told = {"From": f"Mara <{_HERS}>", "To": f"hello+{_TOKEN}@shop.example", "Message-ID": "<1@example.com>"}
    told |= {name.replace("_", "-"): value for name, value in headers.items()}
    return "".join(f"{name}: {value}\n" for name, value in told.items()).encode() + b"\n" + text.encode()


def _list_aside(hub: Hub) -> list[tuple[str, str]]:
    with hub.database.read() as session:
        return [(mail.reason, mail.text) for mail in list_stray_mails(session, STORE, 9)]


def _list_hers(hub: Hub, bookmark: Bookmark) -> list[tuple[str, str, str]]:
    return [(one.author, one.entry, one.text) for one in list_thread(hub, bookmark)[2:]]


def test_an_answer_to_a_mail_stands_in_her_conversation_once(hub: Hub, bookmark: Bookmark) -> None:
    outcomes = [take_mail(hub, _INTAKE, _write()) for _ in range(2)]

    assert outcomes == ["heard", "repeated"]
    assert _list_hers(hub, bookmark) == [("member", "email", "Danke!")]
    assert _list_aside(hub) == []


@pytest.mark.parametrize(
    ("headers", "outcome"),
    [
        ({"From": "eve@example.com"}, "stranger"),
        ({"To": "hello@shop.example"}, "no_thread"),
        ({"To": f"hello+{'f' * 32}@shop.example"}, "no_thread"),
        ({"From": "nobody"}, "unreadable"),
    ],
)
def test_what_cannot_be_told_to_be_hers_is_put_aside_with_the_reason(
    hub: Hub, bookmark: Bookmark, headers: dict[str, str], outcome: str
) -> None:
    outcomes = [take_mail(hub, _INTAKE, _write(**headers)) for _ in range(2)]

    assert outcomes == [outcome, "repeated"]
    assert [reason for reason, _ in _list_aside(hub)] == [outcome]
    assert _list_hers(hub, bookmark) == []


def _list_opened(hub: Hub) -> list[tuple[str, str, str | None]]:
    with hub.database.read() as session:
        return [(one.entry, one.text, one.bookmark_id) for one in list_messages_with(session, ["s_joined"])]


@pytest.mark.parametrize(
    ("intake", "results", "outcome"),
    [(_TRUSTING, _PROVEN, "heard"), (_TRUSTING, "none", "no_thread"), (_INTAKE, _PROVEN, "no_thread")],
)
def test_a_mail_of_hers_that_answers_nothing_opens_her_conversation_where_it_is_sure_that_she_wrote_it(
    hub: Hub, intake: Intake, results: str, outcome: str
) -> None:
    join_at(hub)
    mail = _write("Ist er da?", To="hello@shop.example", Subject="Der Becher", Authentication_Results=results)
    outcomes = [take_mail(hub, intake, mail) for _ in range(2)]

    assert outcomes == [outcome, "repeated"]
    assert _list_opened(hub) == ([("email", "Der Becher\n\nIst er da?", None)] if outcome == "heard" else [])
    assert [reason for reason, _ in _list_aside(hub)] == ([] if outcome == "heard" else [outcome])


def test_a_mail_of_who_has_an_account_in_two_stores_is_put_aside(hub: Hub) -> None:
    with hub.database.write() as session:
        session.add(Store(id="s-2", name="Zwei", time_zone="Europe/Berlin", language="de"))
        session.flush()
        for key, store in (("s_joined", STORE), ("s_2", "s-2")):
            add_joined(hub, session, key, store=store)

    mail = _write(To="hello@shop.example", Authentication_Results=_PROVEN)
    assert take_mail(hub, _TRUSTING, mail) == "no_thread"


def test_what_she_answers_to_a_mail_about_nothing_that_she_kept_stands_there_too(hub: Hub) -> None:
    said = say_to(hub, join_at(hub), "Liegt bereit", "pickup")
    with hub.database.write() as session:
        give_reply_address(session, ReplyAddress(message_id=said.id, token=_TOKEN, made_at=hub.now()))

    assert take_mail(hub, _INTAKE, _write()) == "heard"
    assert _list_opened(hub)[1:] == [("email", "Danke!", None)]


@pytest.mark.parametrize(
    ("headers", "outcome"),
    [
        ({"Auto_Submitted": "auto-replied"}, "automatic"),
        ({"Return_Path": "<>"}, "automatic"),
        ({"From": _INTAKE.address}, "automatic"),
    ],
)
def test_what_a_robot_sent_and_our_own_mails_are_dropped(
    hub: Hub, bookmark: Bookmark, headers: dict[str, str], outcome: str
) -> None:
    assert take_mail(hub, _INTAKE, _write(**headers)) == outcome
    assert (_list_aside(hub), _list_hers(hub, bookmark)) == ([], [])


def test_a_forged_sender_is_found_out_where_a_mail_server_is_trusted(hub: Hub, bookmark: Bookmark) -> None:
    forged = _write(Authentication_Results="mx.evil.example; dmarc=pass header.from=example.com")

    assert take_mail(hub, _TRUSTING, forged) == "unproven"
    assert take_mail(hub, _TRUSTING, _write(Message_ID="<2@e>", Authentication_Results=_PROVEN)) == "heard"
    assert [reason for reason, _ in _list_aside(hub)] == ["unproven"]
    assert len(_list_hers(hub, bookmark)) == 1


@pytest.mark.parametrize(
    ("intake", "results", "outcome"),
    [(_TRUSTING, _PROVEN, "heard"), (_TRUSTING, "none", "no_thread"), (_INTAKE, _PROVEN, "no_thread")],
)
def test_a_message_id_that_can_be_guessed_counts_only_where_the_sender_is_proven(
    hub: Hub, bookmark: Bookmark, intake: Intake, results: str, outcome: str
) -> None:
    answered = f"<message-{_find_last(hub, bookmark)}@shop.example>"
    mail = _write(To="hello@shop.example", In_Reply_To=answered, Authentication_Results=results)

    assert take_mail(hub, intake, mail) == outcome


def test_an_address_that_lapsed_leads_nowhere(hub: Hub, bookmark: Bookmark, dial: Dial) -> None:
    dial.turn(LIFETIME + timedelta(seconds=1))

    assert take_mail(hub, _INTAKE, _write()) == "no_thread"
    assert _list_hers(hub, bookmark) == []


def test_files_are_refused_kindly_and_the_words_beside_them_are_heard(hub: Hub, bookmark: Bookmark) -> None:
    kind: dict[str, Any] = {"Content_Type": "multipart/mixed; boundary=b"}
    file = "--b\nContent-Type: image/png\n\nxx\n--b--\n"
    mails = [_write(f"--b\n\nSo eine?\n{file}", **kind), _write(file, Message_ID="<2@example.com>", **kind)]
    outcomes = [take_mail(hub, _INTAKE, mail) for mail in (*mails, *mails)]

    assert outcomes == ["heard", "heard", "repeated", "repeated"]
    refusal = ("store", "hub", GERMAN.no_files)
    assert _list_hers(hub, bookmark) == [("member", "email", "So eine?"), refusal, refusal]


def test_what_says_nothing_is_dropped_and_what_is_too_long_is_put_aside(hub: Hub, bookmark: Bookmark) -> None:
    assert take_mail(hub, _INTAKE, _write("> nur Zitat")) == "empty"
    assert take_mail(hub, _INTAKE, _write("x" * 2001)) == "too_long"
    assert (_list_aside(hub), _list_hers(hub, bookmark)) == ([("too_long", "x" * 2001)], [])


@pytest.mark.parametrize(
    ("charset", "text"),
    [("utf-8", "a\0b"), ("unicode_escape", "a\\ud800\\x00b"), ("utf-7", "a+2AA-b"), ("utf-8", "a\x1b[31mb")],
)
def test_what_no_database_keeps_is_left_out(hub: Hub, bookmark: Bookmark, charset: str, text: str) -> None:
    assert take_mail(hub, _INTAKE, _write(text, Content_Type=f"text/plain; charset={charset}")) == "heard"

    ((_author, _entry, kept),) = _list_hers(hub, bookmark)
    assert kept[0] + kept[-1] == "ab"
    assert kept.isprintable()
