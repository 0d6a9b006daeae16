from kiosk.proximity.echoes import ECHO_S, Echoes
from kiosk.proximity.sighting import Sighting


def _hear(heard_at: float, rssi: int | None = -60, shopper: str = "s") -> Sighting:
    return Sighting(shopper, "shoes", 1.0, heard_at, rssi=rssi)


def test_the_same_advert_on_a_second_topic_counts_once() -> None:
    echoes = Echoes()

    assert not echoes.is_echo("advert", _hear(1.0))
    assert echoes.is_echo("presence", _hear(1.1))
    assert not echoes.is_echo("advert", _hear(2.0))


def test_what_differs_or_comes_later_is_news() -> None:
    echoes = Echoes()
    echoes.is_echo("advert", _hear(1.0))

    assert not echoes.is_echo("presence", _hear(1.1, rssi=-61))
    assert not echoes.is_echo("advert", _hear(1.1 + ECHO_S, rssi=-61))
    assert not echoes.is_echo("presence", _hear(1.1, shopper="t"))


def test_without_a_strength_nothing_is_an_echo() -> None:
    echoes = Echoes()
    echoes.is_echo("advert", _hear(1.0, rssi=None))

    assert not echoes.is_echo("presence", _hear(1.0, rssi=None))
