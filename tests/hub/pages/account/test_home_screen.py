from io import BytesIO

import pytest
import requests
from PIL import Image

from tests.hub.accounts import join, open_doors
from tests.hub.running import DEADLINE_S, RunningHub

MANIFEST = "/home-screen/berlin-mitte.webmanifest"


def test_a_page_on_the_home_screen_is_called_like_the_store_and_begins_with_her_messages(running: RunningHub) -> None:
    answer = running.get(MANIFEST)
    manifest = answer.json()

    assert answer.headers["content-type"] == "application/manifest+json"
    assert (manifest["name"], manifest["display"]) == ("Kleine Freude", "standalone")
    assert (manifest["start_url"], manifest["scope"]) == ("/account/messages", "/")
    for icon in manifest["icons"]:
        with Image.open(BytesIO(running.get(icon["src"]).content)) as drawn:
            assert f"{drawn.width}x{drawn.height}" == icon["sizes"]


@pytest.mark.parametrize(
    ("path", "status"),
    [("/home-screen/none.webmanifest", 404), ("/home-screen/icon-9999.png", 400), ("/home-screen/icon-180.png", 200)],
)
def test_nothing_else_is_there(running: RunningHub, path: str, status: int) -> None:
    assert running.get(path).status_code == status


@pytest.mark.parametrize("path", ["/account", "/account/messages"])
def test_her_pages_name_it(running: RunningHub, browser: requests.Session, path: str) -> None:
    join(running, browser, open_doors(running))
    page = browser.get(f"{running.url}{path}", timeout=DEADLINE_S).text

    assert f'<link rel="manifest" href="{MANIFEST}">' in page
    assert '<link rel="apple-touch-icon" href="/home-screen/icon-180.png">' in page
