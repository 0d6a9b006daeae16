from kiosk.hub.models.catalogue.playlist_item import find_playlist_item
from tests.hub.console.clerk import Clerk
from tests.hub.console.loop.test_loop import LOOP, list_loop, read_playlist

VASE = f"{LOOP}/p-vase"


def test_an_item_is_kept_for_one_screen_with_its_hours(mara: Clerk) -> None:
    page = mara.fill_in(VASE, {"seconds": "12", "from_0": "09:00", "days_0": ["mon"], "target": "screen:window-1"})

    told = read_playlist(mara)[0]
    assert "Gespeichert." in page.text
    assert (told["seconds"], told["dayparts"]) == (12.0, [{"from": "09:00", "until": "24:00", "days": ["mon"]}])
    other = mara.fill_in(VASE, {"target": "screen:window-2"})
    assert (other.status_code, read_playlist(mara)[0]["id"]) == (200, "p-candle")


def test_an_items_page_is_called_as_the_item_is_in_the_loop(mara: Clerk) -> None:
    assert '<h1 dir="auto">Vase Rille</h1>' in mara.open(VASE).text


def test_what_cannot_be_kept_is_said_and_changes_nothing(mara: Clerk) -> None:
    page = mara.fill_in(VASE, {"seconds": "12", "weight": "0", "from_0": "bald"})

    assert page.status_code == 400
    assert [
        text for text in ("von 1 bis 100", "Uhrzeiten sehen aus wie", 'value="bald"') if text not in page.text
    ] == []
    assert read_playlist(mara)[0]["seconds"] == 8.0


def test_an_item_is_taken_out_and_its_offer_stays(mara: Clerk) -> None:
    page = mara.fill_in(VASE, {}, f"{VASE}/remove")

    assert "Es ist aus der Schleife genommen." in page.text
    assert [item.id for item in list_loop(mara)] == ["p-candle", "p-knits", "p-watch"]
    assert mara.open("/console/offers/o-vase").status_code == 200


def test_another_stores_item_is_not_there(otto: Clerk) -> None:
    assert otto.open(VASE).status_code == 404
    assert otto.fill_in(LOOP, {}, VASE).status_code == 404
    assert otto.fill_in(LOOP, {}, f"{VASE}/remove").status_code == 404
    with otto.running.hub.database.read() as session:
        assert find_playlist_item(session, "p-vase") is not None
