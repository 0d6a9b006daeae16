from tests.doubles.moody_provider import MoodyProvider
from tests.hub.pages.basket.test_paying import Payer, provider, training
from tests.hub.running import RunningHub

__all__ = ["provider", "training"]


def test_its_page_leads_back_once_it_answered(training: RunningHub) -> None:
    with Payer(training) as anna:
        page = anna.press_pay()
        asked = anna.go(page, "/training")
        anna.press_on(asked, "", answer="approve")

        assert "No money moves here" in asked.text
        assert anna.go(page, "/training").url == page.url


def test_where_another_provider_takes_the_money_there_is_none(running: RunningHub, provider: MoodyProvider) -> None:
    with Payer(running) as anna:
        page = anna.press_pay()

        assert provider.charges
        assert anna.go(page, "/training").status_code == 404
