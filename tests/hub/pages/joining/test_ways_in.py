from dataclasses import replace

from kiosk.hub.context import Hub
from kiosk.hub.oidc.provider import Provider
from kiosk.hub.pages.joining.ways_in import WaysIn, open_ways_in
from kiosk.hub.settings import HubSettings
from tests.doubles.mail_server import Inbox, serve_mail
from tests.doubles.notebook import PATIENCE_S
from tests.hub.mail.test_outbox import LETTER


def test_a_hub_opens_the_ways_that_its_settings_name(hub: Hub) -> None:
    inbox = Inbox()
    with serve_mail(inbox) as server:
        settings = replace(hub.settings, mail=server, oidc=Provider("https://id.example", "hub", "Meinkonto"))
        with open_ways_in(replace(hub, settings=settings)) as opened:
            assert opened.post
            opened.post.drop(LETTER)
            assert inbox.arrived.wait(PATIENCE_S)
            assert opened.oidc
            assert opened.oidc.name == "Meinkonto"


def test_a_hub_that_names_none_has_none(hub: Hub) -> None:
    assert HubSettings().mail is None
    with open_ways_in(hub) as opened:
        assert (opened.post, opened.oidc) == (None, None)


def test_any_way_is_a_way() -> None:
    ways = (WaysIn(by_mail=True, issuer=""), WaysIn(by_mail=False, issuer="Id"), WaysIn(by_mail=False, issuer=""))

    assert [bool(one) for one in ways] == [True, True, False]
