from sqlalchemy import delete

from kiosk.hub.models.settlement.training_charge import TrainingCharge
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


def test_what_it_never_heard_of_is_asked_of_it_and_can_be_answered_then(training: RunningHub) -> None:
    with Payer(training) as anna:
        page = anna.press_pay()
        asked = anna.go(page, "/training")
        with training.hub.database.write() as session:
            session.execute(delete(TrainingCharge))
        answered = [anna.press_on(asked, "", answer="approve") for _ in range(2)]

        assert ["Go on to pay" in answered[0].text, "Paid, thank you" in answered[1].text] == [True, True]


def test_where_another_provider_takes_the_money_there_is_none(running: RunningHub, provider: MoodyProvider) -> None:
    with Payer(running) as anna:
        page = anna.press_pay()

        assert provider.charges
        assert anna.go(page, "/training").status_code == 404
