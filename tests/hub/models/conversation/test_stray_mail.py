from kiosk.hub.context import Hub
from kiosk.hub.models.conversation.stray_mail import (
    StrayMail,
    close_stray_mail,
    count_stray_mails,
    find_stray_mail,
    list_stray_mails,
    put_aside,
)
from kiosk.hub.sample.shop import STORE
from tests.hub.running import NOW


def _make(id_hash: str) -> StrayMail:
    return StrayMail(
        id_hash=id_hash, store_id=STORE, reason="stranger", sender="m@e.org", subject="?", text="Hallo", came_at=NOW
    )


def test_a_mail_is_put_aside_once_and_no_more_once_it_is_dealt_with(hub: Hub) -> None:
    with hub.database.write() as session:
        assert [put_aside(session, _make(name)) for name in ("a", "b", "a")] == [True, True, False]
        assert [mail.id_hash for mail in list_stray_mails(session, STORE, 9)] == ["a", "b"]
        mail = find_stray_mail(session, STORE, "a")
        assert mail
        close_stray_mail(mail, NOW)
        session.flush()

        assert (mail.sender, mail.subject, mail.text) == ("", "", "")
        assert not put_aside(session, _make("a"))
        assert count_stray_mails(session, STORE) == 1


def test_a_mail_of_another_store_is_not_found(hub: Hub) -> None:
    with hub.database.write() as session:
        put_aside(session, _make("a"))

        assert find_stray_mail(session, "elsewhere", "a") is None
        assert list_stray_mails(session, "elsewhere", 9) == []
