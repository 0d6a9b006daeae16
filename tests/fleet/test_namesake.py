import pytest

from kiosk.fleet.namesake import STEADY_S, Namesake

OURS, THEIRS = b'{"state": "online", "since": "ours"}', b'{"state": "online", "since": "theirs"}'
OUR_WILL, THEIR_WILL = b'{"state": "offline", "since": "our will"}', b'{"state": "offline", "since": "their will"}'


@pytest.fixture
def namesake() -> Namesake:
    return Namesake("ours")


@pytest.mark.parametrize("said", [THEIRS, THEIR_WILL])
def test_who_speaks_after_us_under_our_name_is_another(namesake: Namesake, said: bytes) -> None:
    namesake.hear(OURS, 1.0)
    namesake.hear(said, 2.0)
    assert namesake.is_there(2.0)


def test_what_was_said_before_we_spoke_may_be_our_own_life_before(namesake: Namesake) -> None:
    for said in (THEIRS, THEIR_WILL, OURS):
        namesake.hear(said, 1.0)
    assert not namesake.is_there(1.0)


def test_our_own_will_after_a_line_that_broke_is_not_anothers(namesake: Namesake) -> None:
    namesake.note_will("our will")
    namesake.hear(OURS, 1.0)
    namesake.hear(OUR_WILL, 2.0)
    assert not namesake.is_there(2.0)


def test_who_is_silent_for_a_minute_is_gone(namesake: Namesake) -> None:
    namesake.hear(OURS, 1.0)
    namesake.hear(THEIRS, 2.0)
    assert namesake.is_there(1.9 + STEADY_S)
    assert not namesake.is_there(2.0 + STEADY_S)


@pytest.mark.parametrize("noise", [b"", b"null", b"{}", b'{"since": 1}', b"\xff", b"[" * 100_000])
def test_noise_on_the_topic_is_nobody(namesake: Namesake, noise: bytes) -> None:
    namesake.hear(OURS, 1.0)
    namesake.hear(noise, 2.0)
    assert not namesake.is_there(2.0)
