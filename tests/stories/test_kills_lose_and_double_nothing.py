"""Promise 3 of the house on the whole screen: killed over and over amid taps, before an API that half works."""

import os
from contextlib import suppress
from random import Random
from subprocess import TimeoutExpired
from threading import Event, Thread

from kiosk.shop.card import make_sticker
from kiosk.shop.field import PretendReaderField
from tests.doubles.chance import seed_chance
from tests.doubles.foreign_shop import hash_foreign
from tests.doubles.loyalty_server import LoyaltyServer
from tests.doubles.running_screen import RunningScreen
from tests.stories.conftest import Fitter

KILLS = int(os.environ.get("VITRINE_KILLS", "8"))
"""The full form is 200."""

HOLD_S = 0.12
APART_S = 0.45
"""A card that follows sooner is taken for the one before it, as on a real reader."""
LIFE_S = 1.2
"""The longest life of a screen that came up."""
STILLBORN = 0.2
"""The share of those that die while they come up."""


class Crowd:
    """Shoppers who tap one after another, each with a card of her own, until they are sent home."""

    def __init__(self, reader: PretendReaderField) -> None:
        self.uids: list[str] = []
        self._reader = reader
        self._going_home = Event()
        self._thread = Thread(target=self._tap_on, name="crowd", daemon=True)
        self._thread.start()

    def go_home(self) -> None:
        self._going_home.set()
        self._thread.join()

    def _tap_on(self) -> None:
        while not self._going_home.wait(APART_S):
            self.uids.append(f"04{len(self.uids):012x}")
            self._reader.tap(make_sticker(bytes.fromhex(self.uids[-1])), HOLD_S)


def live_and_die(screen: RunningScreen, chance: Random) -> None:
    since = screen.mark()
    screen.start()
    if chance.random() > STILLBORN:
        screen.await_said("status", lambda said: bool(said["state"] == "online"), since)
    with suppress(TimeoutExpired):
        screen.process.wait(chance.uniform(0, LIFE_S))
    assert screen.process.poll() is None, screen.log
    screen.kill()


def list_saved(screen: RunningScreen) -> set[object]:
    """The bookmarks of all taps that were acknowledged so far."""
    return {said["bookmark"] for said in screen.list_said("tap") if said["outcome"] == "saved"}


def await_bookmarks(server: LoyaltyServer, times: int) -> None:
    server.wait_for(lambda: len(server.bookmarks) >= times)


def test_kills_at_random_moments_and_an_api_that_fails_half_of_the_time_lose_and_double_nothing(
    fitter: Fitter, server: LoyaltyServer, reader: PretendReaderField
) -> None:
    chance = seed_chance(KILLS)
    screen = fitter.make()
    screen.open()
    screen.kill()

    server.fail_often(seed=7)
    crowd = Crowd(reader)
    # A busy machine gives each life fewer taps: it takes more of them, not fewer taps.
    lives = 0
    while lives < KILLS or (len(list_saved(screen)) <= KILLS / 2 and lives < 4 * KILLS):
        live_and_die(screen, chance)
        lives += 1
    crowd.go_home()
    server.heal()
    screen.open()

    saved = list_saved(screen)
    booked = [bookmark["credential"]["value"] for bookmark in server.bookmarks.values()]
    assert len(saved) > KILLS / 2
    assert saved - set(server.bookmarks) == set(), "lost"
    assert len(booked) == len(set(booked)), "doubled"
    assert set(booked) - {hash_foreign("uid", uid) for uid in crowd.uids} == set(), "out of nothing"
    assert len(server.posts) > len(booked), "no answer was lost: the server was too kind"
    assert server.conflicts == 0
    assert screen.list_outbox() == []


def test_a_card_that_lies_on_the_reader_while_the_screen_is_killed_is_one_tap(
    screen: RunningScreen, server: LoyaltyServer, reader: PretendReaderField
) -> None:
    chance = seed_chance(KILLS)
    uids = [f"04{number:012x}" for number in range(KILLS // 2)]
    for number, uid in enumerate(uids, start=1):
        reader.put(make_sticker(bytes.fromhex(uid)))
        with suppress(TimeoutExpired):
            screen.process.wait(chance.uniform(0, LIFE_S))
        screen.kill()
        screen.open()
        await_bookmarks(server, number)
        screen.expect_loop(4)
        reader.take_away()

    booked = [bookmark["credential"]["value"] for bookmark in server.bookmarks.values()]
    assert booked == [hash_foreign("uid", uid) for uid in uids]
