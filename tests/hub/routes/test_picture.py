import hashlib

import pytest
import requests
from sqlalchemy import select

from kiosk.hub.models.catalogue.picture import Picture
from tests.hub.running import RunningHub


@pytest.fixture
def picture(running: RunningHub) -> Picture:
    with running.hub.database.read() as session:
        return session.scalars(select(Picture).order_by(Picture.name)).all()[0]


def test_a_picture_is_what_the_catalogue_says(running: RunningHub, picture: Picture) -> None:
    answer = running.get(f"/v1/media/{picture.name}")

    assert answer.status_code == 200
    assert hashlib.sha256(answer.content).hexdigest() == picture.sha256
    assert len(answer.content) == picture.bytes
    assert answer.headers["Content-Type"] == "image/webp"
    assert "immutable" in answer.headers["Cache-Control"]


def test_a_picture_that_is_known_is_not_sent_again(running: RunningHub, picture: Picture) -> None:
    answer = running.get(f"/v1/media/{picture.name}", **{"If-None-Match": f'"{picture.sha256}"'})

    assert (answer.status_code, answer.content) == (304, b"")


def test_a_broken_download_can_go_on(running: RunningHub, picture: Picture) -> None:
    headers = {"Range": "bytes=100-", "If-Range": f'"{picture.sha256}"'}

    answer = running.get(f"/v1/media/{picture.name}", **headers)

    assert answer.status_code == 206
    assert len(answer.content) == picture.bytes - 100


def test_a_picture_can_be_asked_about(running: RunningHub, picture: Picture) -> None:
    answer = requests.head(f"{running.url}/v1/media/{picture.name}", timeout=20)

    assert (answer.status_code, answer.headers["Content-Length"]) == (200, str(picture.bytes))


@pytest.mark.parametrize("name", ["none.webp", "..%2Fhub.sqlite3", "%2e%2e/hub.sqlite3", "%00"])
def test_nothing_but_pictures_is_sent(running: RunningHub, name: str) -> None:
    answer = running.get(f"/v1/media/{name}")

    assert (answer.status_code, answer.json()["code"]) == (404, "not_found")


def test_a_picture_whose_file_is_gone_is_not_found(running: RunningHub, picture: Picture) -> None:
    (running.folder / "media").unlink()

    assert running.get(f"/v1/media/{picture.name}").status_code == 404
