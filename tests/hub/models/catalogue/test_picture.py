from kiosk.contract.offer import MediaRef
from kiosk.hub.context import Hub
from kiosk.hub.models.catalogue.picture import Picture, find_picture, state_media


def test_a_picture_is_stated_with_what_its_bytes_must_be() -> None:
    picture = Picture(name="mug.0123.webp", sha256="0" * 64, bytes=7)

    assert state_media(picture) == MediaRef("/v1/media/mug.0123.webp", "0" * 64, 7)


def test_no_picture_is_stated_as_none() -> None:
    assert state_media(None) is None


def test_a_picture_that_there_is_not_is_none(hub: Hub) -> None:
    with hub.database.read() as session:
        assert find_picture(session, "none.webp") is None
