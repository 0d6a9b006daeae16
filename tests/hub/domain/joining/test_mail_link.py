import re
from dataclasses import replace

from kiosk.hub.context import Hub
from kiosk.hub.domain.digest import digest
from kiosk.hub.domain.joining.mail_link import Wish, follow_link, write_link
from kiosk.hub.mail.letter import Letter
from kiosk.hub.models.members.mail_link import find_mail_link
from kiosk.hub.models.store.store import get_store
from kiosk.hub.sample.shop import STORE
from tests.hub.running import NOW

WISH = Wish("mara@example.com", "browser", "de")


def _write(hub: Hub, wish: Wish = WISH) -> Letter:
    with hub.database.write() as session:
        return write_link(hub, session, get_store(session, STORE), wish)


def _read_token(letter: Letter) -> str:
    found = re.search(r"(\S+)/join/link/(\S+)", letter.text)
    assert found
    assert found[1] == "https://hub.example"
    return found[2]


def test_a_letter_holds_a_link_to_the_hubs_own_address_of_which_the_hub_keeps_a_hash(hub: Hub) -> None:
    hub = replace(hub, settings=replace(hub.settings, public_url="https://hub.example"))
    token = _read_token(_write(hub))

    with hub.database.write() as session:
        assert find_mail_link(session, token, NOW) is None
        link = find_mail_link(session, digest(token), NOW)
        assert link
        account = follow_link(hub, session, link)
        assert account.address == WISH.address
        assert find_mail_link(session, digest(token), NOW) is None


def test_whether_the_address_is_known_does_not_show_in_the_letter(hub: Hub) -> None:
    hub = replace(hub, settings=replace(hub.settings, public_url="https://hub.example"))
    first = _write(hub)
    with hub.database.write() as session:
        link = find_mail_link(session, digest(_read_token(first)), NOW)
        assert link
        follow_link(hub, session, link)
    second = _write(hub)

    assert second.text.replace(_read_token(second), "") == first.text.replace(_read_token(first), "")
    assert second.subject == first.subject == "Ihr Link zu Kleine Freude"


def test_a_store_whose_name_breaks_the_line_breaks_no_header(hub: Hub) -> None:
    with hub.database.write() as session:
        store = get_store(session, STORE)
        store.name = "Kleine\r\nBcc: all@example.com"

        assert "\n" not in write_link(hub, session, store, WISH).subject


def test_a_wish_does_not_say_whose_it_is() -> None:
    assert repr(WISH) == "Wish(...)"
