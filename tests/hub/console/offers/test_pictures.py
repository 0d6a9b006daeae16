from io import BytesIO

import pytest
from PIL import Image

from kiosk.hub.sample.shop import FIRST_SCREEN, STORE
from tests.hub.console.clerk import Clerk, read_fields

PICTURES = "/console/offers/o-mug/pictures"


def _draw(width: int, height: int, kind: str = "JPEG") -> bytes:
    target = BytesIO()
    Image.new("RGB", (width, height), "#a8481f").save(target, kind)
    return target.getvalue()


def _find_mug(clerk: Clerk) -> dict[str, dict[str, object]]:
    offers = clerk.running.get(f"/v1/catalogue?store={STORE}&screen={FIRST_SCREEN}").json()["offers"]
    return next(offer for offer in offers if offer["id"] == "o-mug")


def test_both_pictures_reach_the_screens_as_the_catalogue_names_them(mara: Clerk) -> None:
    files = {"landscape": ("a.jpg", _draw(1600, 900)), "portrait": ("b.png", _draw(900, 1600, "PNG"))}

    page = mara.upload(PICTURES, files, alt_de="Ein Becher")

    assert "Gespeichert." in page.text
    for side, size in (("image", (1600, 900)), ("image_portrait", (900, 1600))):
        media = _find_mug(mara)[side]
        content = mara.running.get(str(media["url"])).content
        assert (len(content), Image.open(BytesIO(content)).size) == (media["bytes"], size)
    assert 'value="Ein Becher"' in mara.open(PICTURES).text


def test_the_picture_that_is_not_chosen_stays(mara: Clerk) -> None:
    before = _find_mug(mara)

    mara.upload(PICTURES, {"portrait": ("b.jpg", _draw(900, 1600))})

    assert _find_mug(mara)["image"] == before["image"]
    assert _find_mug(mara)["image_portrait"] != before["image_portrait"]


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>", "kein Bild"),
        (b"GIF89a" + bytes(64), "kein Bild"),
        (b"", "kein Bild"),
        (_draw(900, 1600), "Dieses Bild ist hochkant"),
        (_draw(1000, 100), "Das Bild ist zu schmal"),
        (_draw(5000, 4000, "PNG"), "zu viele Bildpunkte"),
    ],
)
def test_a_file_that_no_screen_could_show_is_refused_and_what_was_typed_stays(
    mara: Clerk, content: bytes, complaint: str
) -> None:
    before = _find_mug(mara)

    page = mara.upload(PICTURES, {"landscape": ("mug.jpg", content)}, alt_de="Neu beschrieben")

    assert (page.status_code, complaint in page.text) == (400, True)
    assert 'value="Neu beschrieben"' in page.text
    assert _find_mug(mara) == before


def test_fifty_megabytes_are_refused_in_words(mara: Clerk) -> None:
    page = mara.upload(PICTURES, {"landscape": ("mug.jpg", bytes(50 * 1024 * 1024))})

    assert page.status_code == 413
    assert "Das war zu groß" in page.text
    assert mara.open(PICTURES).status_code == 200


def test_a_description_that_is_too_long_is_refused(mara: Clerk) -> None:
    page = mara.upload(PICTURES, {"landscape": ("", b"")}, alt_en="x" * 601)

    assert (page.status_code, "Bis zu 600 Zeichen" in page.text) == (400, True)


def test_who_saves_second_is_told_and_loses_nothing(mara: Clerk, nils: Clerk) -> None:
    opened = read_fields(nils.open(PICTURES))
    mara.fill_in(PICTURES, {"alt_en": "Mara's mug"})

    told = nils.send(PICTURES, {**opened, "alt_de": "Nils' Becher"})

    assert told.status_code == 409
    assert "Jemand hat dieses Angebot inzwischen geändert" in told.text
    assert "Mara&#39;s mug" in told.text
    assert read_fields(told)["alt_de"] == "Nils' Becher"
    assert 'value="Mara&#39;s mug"' in nils.open(PICTURES).text
    assert nils.send(PICTURES, read_fields(told)).status_code == 200
    assert 'value="Nils&#39; Becher"' in mara.open(PICTURES).text


def test_staff_see_the_pictures_and_no_way_to_change_them(sam: Clerk) -> None:
    page = sam.open(PICTURES).text

    assert "/v1/media/mug-portrait" in page
    assert 'type="file"' not in page


def test_of_a_strangers_upload_nothing_is_kept_and_no_picture_is_looked_at(anybody: Clerk, sam: Clerk) -> None:
    much = {"landscape": ("a.png", b"x" * 300_000)}
    for clerk in (anybody, sam):
        answer = clerk.browser.post(f"{clerk.running.url}{PICTURES}", files=much, timeout=20)

        assert (answer.status_code, "Sie wurden abgemeldet" in answer.text) == (401, True)
