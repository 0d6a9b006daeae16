"""What a month's report says, as managers read it: rows with their figures in words, and bars beside them."""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from kiosk.hub.console.reports.flow_drawing import Drawing, What, draw_flows
from kiosk.hub.console.words import Words
from kiosk.hub.domain.attribution.brought import Reach, Takings
from kiosk.hub.domain.attribution.contact import Origin
from kiosk.hub.domain.attribution.flow import Flow
from kiosk.hub.domain.attribution.holdout import Effect
from kiosk.hub.domain.attribution.interval import Group, Interval
from kiosk.hub.domain.attribution.month_report import MonthReport
from kiosk.hub.text.money import find_mark, format_count, format_percent, format_sum

_NARROW, _WIDE = 336.0, 880.0
"""How wide the picture is on a phone, and on a desk."""
_HALF = 50.0


class Stroke(Struct, frozen=True):
    """An interval on a line of a hundred: from where to where, and where in it what was counted lies."""

    begin: float
    length: float
    at: float


class OriginRow(Struct, frozen=True):
    """What a campaign or a screen brought; `bar` is its share of the longest bar, of a hundred."""

    name: str
    channel: str
    reached: str
    share: str
    bounds: str
    stroke: Stroke | None
    purchases: str
    turnover: str
    bar: float


class EffectRow(Struct, frozen=True):
    """What offers changed, and between which bounds."""

    offers: str
    shown: str
    held_out: str
    difference: str
    verdict: str
    stroke: Stroke | None


class WayRow(Struct, frozen=True):
    """A way, and how many people went it."""

    channel: str
    store: str
    place: str
    people: str


class JourneysView(Struct, frozen=True):
    """Writes a month's report in one language; `names` are what campaigns are called, by code, and offers, by id."""

    report: MonthReport
    words: Words
    names: Mapping[str, str]

    def list_sums(self) -> list[tuple[str, str]]:
        """How many people, purchases, and what was paid."""
        phrases, report = self.words["journeys"], self.report
        return [
            (phrases["people"], self._count(report.flows.people)),
            (phrases["purchases"], self._count(report.sales.purchases)),
            (phrases["turnover"], self._money(report.sales.turnover)),
        ]

    def list_drawings(self) -> list[tuple[str, Drawing]]:
        """The picture of the ways, for a phone and for a desk."""
        flows = self.report.flows.told
        return [
            (size, draw_flows(flows, width, self._label_bar)) for size, width in (("slim", _NARROW), ("broad", _WIDE))
        ]

    def list_ways(self) -> list[WayRow]:
        """The ways that are told, those of most people first."""
        flows = sorted(self.report.flows.told, key=lambda flow: -flow.people)
        return [self._view_way(flow) for flow in flows]

    def list_origins(self) -> list[OriginRow]:
        """What each campaign and each screen brought, the most first; what goes back to nothing is the last."""
        reached: dict[Origin | None, Reach] = {one.origin: one for one in self.report.reach}
        sold = {one.origin: one for one in self.report.sales.rows}
        most = max((one.purchases or 0 for one in sold.values()), default=0) or 1
        origins = sorted({*reached, *filter(None, sold)}, key=lambda one: (-self._weigh(sold.get(one)), one))
        return [self._view_origin(one, reached.get(one), sold.get(one), most) for one in [*origins, None]]

    def list_effects(self) -> list[EffectRow]:
        """What each trial found."""
        bounds = [bound for one in self.report.effects if one.difference for bound in _bounds(one.difference)]
        return [self._view_effect(one, max(map(abs, bounds), default=1.0)) for one in self.report.effects]

    def name_origin(self, origin: Origin | None) -> str:
        """A campaign by its name, a screen by its own."""
        phrases = self.words["journeys"]
        if origin is None:
            return phrases["unknown"]
        return phrases["screen"].format(id=origin.name) if origin.source == "screen" else self._name(origin.name)

    def name_offers(self, effect: Effect) -> str:
        """The offers of a trial."""
        return ", ".join(map(self._name, effect.offers))

    def _name(self, key: str) -> str:
        return self.names.get(key, key)

    def _label_bar(self, column: str, what: What, people: int) -> str:
        """As short as the column's heading lets it be: on a phone two columns of labels share the room of one."""
        is_answer = column == "store" or (column == "place" and what is None)
        text = self.words["journeys"]["yes" if what else "no"] if is_answer else self._label(column, what)
        return f"{text} · {self._count(people)}"

    def _label(self, column: str, what: What) -> str:
        phrases = self.words["journeys"]
        match column:
            case "channel":
                return self.words["channels"][str(what or "unknown")]
            case "store":
                return phrases["in_store" if what else "not_in_store"]
            case _:
                return phrases[f"at_{what or 'nowhere'}"]

    def _view_way(self, flow: Flow) -> WayRow:
        way = flow.way
        return WayRow(
            channel=self._label("channel", way.channel),
            store=self._label("store", way.by_store),
            place=self._label("place", way.place),
            people=self._count(flow.people),
        )

    def _view_origin(self, origin: Origin | None, reach: Reach | None, sold: Takings | None, most: int) -> OriginRow:
        takings = sold or Takings(origin, 0, 0)
        share = reach.share if reach else None
        return OriginRow(
            name=self.name_origin(origin),
            channel=self.words["channels"][origin.channel] if origin else "",
            reached=self._count(reach.people if reach else 0) if origin else "",
            share=self._write_share(share) if origin else "",
            bounds=self._write_bounds(share) if share else "",
            stroke=_draw(share, 0.0, 100.0) if share else None,
            purchases=self._count(takings.purchases),
            turnover=self._money(takings.turnover),
            bar=round(100 * (takings.purchases or 0) / most, 1),
        )

    def _weigh(self, takings: Takings | None) -> int:
        return (takings.purchases or 0) if takings else 0

    def _view_effect(self, effect: Effect, most: float) -> EffectRow:
        found, phrases = effect.difference, self.words["journeys"]
        return EffectRow(
            offers=self.name_offers(effect),
            shown=self._group(effect.shown),
            held_out=self._group(effect.held_out),
            difference=self._write_difference(found) if found else "",
            verdict=phrases[judge(found)],
            stroke=_draw(found, _HALF, _HALF / most) if found else None,
        )

    def _write_share(self, share: Interval | None) -> str:
        return self.words["journeys"]["too_few"] if share is None else self._percent(share.at)

    def _write_bounds(self, share: Interval) -> str:
        low, high = self._percent(share.low), self._percent(share.high)
        return self.words["journeys"]["bounds"].format(low=low, high=high)

    def _write_difference(self, found: Interval) -> str:
        at, low, high = (self._points(value) for value in (found.at, found.low, found.high))
        return self.words["journeys"]["difference"].format(at=at, low=low, high=high)

    def _group(self, group: Group | None) -> str:
        if group is None:
            return self.words["reports"]["untold"]
        return self.words["journeys"]["group"].format(
            buyers=self._count(group.buyers), people=self._count(group.people), share=self._percent(group.share)
        )

    def _count(self, number: int | None) -> str:
        return self.words["reports"]["untold"] if number is None else format_count(number, self._language)

    def _money(self, amount: int | None) -> str:
        untold, currency = self.words["reports"]["untold"], self.report.sales.currency
        return untold if amount is None else format_sum(amount, currency, self._language).strip()

    @property
    def _language(self) -> str:
        return self.words["page"]["language"]

    def _percent(self, share: float) -> str:
        return format_percent(round(100 * share), self._language)

    def _points(self, share: float) -> str:
        sign = "+" if share > 0 else "\N{MINUS SIGN}" if share < 0 else "±"
        return sign + f"{100 * abs(share):.1f}".replace(".", find_mark(self._language))


def judge(found: Interval | None) -> str:
    """What an effect comes to, as the phrases name it."""
    if found is None:
        return "too_few"
    if not found.is_clear:
        return "no_effect"
    return "more" if found.low > 0 else "fewer"


def _bounds(found: Interval) -> Sequence[float]:
    return (found.low, found.high)


def _draw(interval: Interval, zero: float, scale: float) -> Stroke:
    begin, end = zero + scale * interval.low, zero + scale * interval.high
    return Stroke(round(begin, 1), round(end - begin, 1), round(zero + scale * interval.at, 1))
