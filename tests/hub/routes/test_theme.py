import requests

from kiosk.hub.themes.packages import keep_packages
from tests.hub.running import NOW, RunningHub

THEME = b"PK a theme"


def test_a_screen_fetches_what_it_was_told_to_wear(running: RunningHub) -> None:
    kept = keep_packages(running.hub.settings.media, {"dusk": THEME}, NOW)["dusk"]
    answer = running.get(f"/v1/themes/{kept['sha256']}")

    assert (answer.status_code, answer.content) == (200, THEME)
    assert "immutable" in answer.headers["Cache-Control"]


def test_nobody_else_does(running: RunningHub) -> None:
    kept = keep_packages(running.hub.settings.media, {"dusk": THEME}, NOW)["dusk"]
    answer = requests.get(f"{running.url}/v1/themes/{kept['sha256']}", timeout=20)

    assert (answer.status_code, answer.json()["code"]) == (401, "token_unknown")


def test_what_was_not_published_is_not_found(running: RunningHub) -> None:
    assert running.get("/v1/themes/none").status_code == 404
    assert running.get(f"/v1/themes/{'0' * 64}").status_code == 404
