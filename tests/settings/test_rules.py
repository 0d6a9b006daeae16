from zoneinfo import ZoneInfo

from msgspec import structs

from kiosk.settings import Offers, Pacing, Screen, Settings, Store
from kiosk.settings.rules import make_rules


def test_the_core_hears_what_the_settings_say() -> None:
    store, screen = Store(id="mitte", time_zone="Europe/Vienna"), Screen(id="w-1", zones=("shoes", "bags"))
    rules = make_rules(Settings(store, screen, pacing=Pacing(cooldown_s=7), offers=Offers(k_anonymity=9)))

    assert (rules.store, rules.screen, rules.zones) == ("mitte", "w-1", frozenset({"shoes", "bags"}))
    assert (rules.time_zone, rules.languages) == (ZoneInfo("Europe/Vienna"), ("de", "en"))
    assert rules.policy.k_anonymity == 9
    assert rules.cooldown_s == 7
    paces = structs.asdict(Pacing(cooldown_s=7))
    assert {name: value for name, value in structs.asdict(rules).items() if name in paces} == paces
