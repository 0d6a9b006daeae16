"""Bad input: a catalogue with one broken offer, a picture whose hash is wrong, an image bomb."""

from tests.doubles.loyalty_server import LoyaltyServer
from tests.doubles.pictures import draw_picture, make_bomb
from tests.doubles.running_screen import RunningScreen


def list_shown_offers(screen: RunningScreen) -> set[str]:
    return {said["offer"] for said in screen.list_said("shown")}


def test_one_broken_offer_is_skipped_and_named(screen: RunningScreen, server: LoyaltyServer) -> None:
    server.offer("broken", price={"amount": "-1", "currency": "EUR"})
    server.item("p-broken", kind="offer", offer="broken", seconds=1)
    screen.await_fault("catalogue", "skipped_items")
    screen.expect_loop()
    server.catalogue["offers"].pop()
    server.catalogue["playlist"].pop()
    screen.await_health()

    assert "broken" not in list_shown_offers(screen)


def test_a_picture_whose_hash_is_wrong_is_never_shown(screen: RunningScreen, server: LoyaltyServer) -> None:
    image = server.add_media("swapped.png", draw_picture(colour="black"))
    server.media["swapped.png"] = draw_picture(colour="white")
    server.offer("swapped", image=image)
    server.item("p-swapped", kind="offer", offer="swapped", seconds=1)
    screen.await_fault("media", "unavailable")
    screen.expect_loop()
    assert "swapped" not in list_shown_offers(screen)

    server.media["swapped.png"] = draw_picture(colour="black")
    screen.await_said("shown", lambda said: bool(said["offer"] == "swapped"))
    screen.await_health()


def test_an_image_bomb_is_never_decoded(screen: RunningScreen, server: LoyaltyServer) -> None:
    server.offer("bomb", image=server.add_media("bomb.png", make_bomb(30_000, 30_000)))
    server.item("p-bomb", kind="offer", offer="bomb", seconds=1)
    screen.await_fault("media", "unavailable")
    screen.expect_loop()

    assert "bomb" not in list_shown_offers(screen)
    assert len(list((screen.state / "media").iterdir())) == 2
