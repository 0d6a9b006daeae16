from datetime import UTC, datetime

from kiosk.contract.offer import MediaRef, Offer
from kiosk.contract.playlist import Item
from kiosk.loyalty.playable import Playable, list_media, select_playable
from kiosk.loyalty.wire import WireCatalogue

HERE, PORTRAIT, AWAY, CLIP = (MediaRef(f"/{name}", name * 64, 1) for name in "abcd")
PLAIN = Offer("plain", {"de": "ohne Bild"})
SHOWN = Offer("shown", {"de": "mit Bild"}, image=HERE)
HALF = Offer("half", {"de": "halb"}, image=HERE, image_portrait=AWAY)
POSTER = Item("poster", "image", media=HERE, media_portrait=PORTRAIT)
FILM = Item("film", "video", media=CLIP)


def is_here(ref: MediaRef) -> bool:
    return ref is not AWAY


def tell_length(ref: MediaRef) -> float | None:
    return 21.5 if ref is CLIP else None


def test_what_lacks_a_declared_picture_is_left_out_and_named() -> None:
    missing = Item("missing", "image", media=AWAY)
    catalogue = WireCatalogue((PLAIN, SHOWN, HALF), (POSTER, missing))
    assert select_playable(catalogue, is_here, tell_length) == Playable((PLAIN, SHOWN), (POSTER,), ("half", "missing"))


def test_an_item_goes_with_the_offer_that_it_keeps() -> None:
    items = (Item("of-half", "offer", offer="half"), Item("of-none", "image", media=HERE, offer="unknown"))
    catalogue = WireCatalogue((HALF,), items)
    assert select_playable(catalogue, is_here, tell_length) == Playable((), (), ("half", "of-half", "of-none"))


def test_the_loops_media_are_needed_first() -> None:
    catalogue = WireCatalogue((SHOWN, HALF), (FILM, POSTER))
    expected = [
        (CLIP, "video"),
        (HERE, "image"),
        (PORTRAIT, "image"),
        (HERE, "image"),
        (HERE, "image"),
        (AWAY, "image"),
    ]
    assert list(list_media(catalogue)) == expected


def test_a_loop_that_is_played_in_step_stays_so() -> None:
    epoch = datetime(2026, 1, 1, tzinfo=UTC)
    assert select_playable(WireCatalogue(epoch=epoch), is_here, tell_length).as_event().epoch == epoch


def test_a_cap_on_contacts_is_told_with_the_offers() -> None:
    assert select_playable(WireCatalogue(contacts_per_day=6), is_here, tell_length).as_event().contacts_per_day == 6


def test_that_it_greets_is_told_with_the_offers() -> None:
    assert select_playable(WireCatalogue(place="exit"), is_here, tell_length).as_event().place == "exit"


def test_the_event_carries_offers_and_loop() -> None:
    event = Playable((SHOWN,), (POSTER,)).as_event()
    assert event.catalogue.get_offer("shown") == SHOWN
    assert event.playlist == (POSTER,)


def test_a_video_plays_for_its_own_length_and_not_without_one() -> None:
    broken = Item("broken", "video", media=HERE, seconds=20)
    playable = select_playable(WireCatalogue(playlist=(FILM, broken)), is_here, tell_length)
    assert [(item.id, item.seconds) for item in playable.playlist] == [("film", 21.5)]
    assert playable.missing == ("broken",)


def test_where_a_phone_comes_in_is_told_with_the_offers() -> None:
    visit_url = "https://hub.example/visit/s"
    assert select_playable(WireCatalogue(visit_url=visit_url), is_here, tell_length).as_event().visit_url == visit_url
