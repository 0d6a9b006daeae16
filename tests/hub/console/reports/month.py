"""A month's report of few figures, for tests of how it is printed."""

from kiosk.hub.attribution import Attribution
from kiosk.hub.console.reports.journeys_view import JourneysView
from kiosk.hub.console.words import choose_console_words
from kiosk.hub.domain.attribution.brought import Reach, Sales, Takings
from kiosk.hub.domain.attribution.contact import Origin
from kiosk.hub.domain.attribution.flow import Flow, Flows
from kiosk.hub.domain.attribution.holdout import Effect
from kiosk.hub.domain.attribution.interval import Group, Interval
from kiosk.hub.domain.attribution.journey import Way
from kiosk.hub.domain.attribution.month_report import MonthReport

MAIL, WINDOW = Origin("campaign", "K7Q42MFX", "mail"), Origin("screen", "window-1", "screen")
_REPORT = MonthReport(
    attribution=Attribution(),
    flows=Flows(
        [Flow(Way("mail", by_store=True, place="till"), 30), Flow(Way(None, by_store=False, place=None), 1200)], 1250
    ),
    sales=Sales([Takings(MAIL, 30, 1450), Takings(WINDOW, None, None), Takings(None, 60, 990)], 100, 2600, "EUR"),
    reach=[Reach(MAIL, 80, Interval(0.25, 0.375, 0.52)), Reach(WINDOW, 3000, None)],
    effects=[
        Effect(("o-lamp", "o-mug"), Group(200, 80), Group(60, 15), Interval(-0.0125, 0.15, 0.25)),
        Effect(("o-gone",), None, None, None),
    ],
)


def make_view(language: str = "de") -> JourneysView:
    names = {"K7Q42MFX": "=Herbstmail", "o-lamp": "Leuchte", "o-mug": "Becher"}
    return JourneysView(_REPORT, choose_console_words(language), names)
