from dataclasses import replace

import pytest

from tests.hub.running import RunningHub


@pytest.mark.parametrize(
    "path", ["/openapi.json", "/v1/catalogue", "/v1/nowhere", "/static/page.css", "/console/sign-in", "/offers/none"]
)
def test_no_browser_guesses_what_an_answer_is(running: RunningHub, path: str) -> None:
    headers = running.get(path, "").headers

    assert headers["X-Content-Type-Options"] == "nosniff"
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]


@pytest.mark.parametrize("path", ["/openapi.json", "/v1/catalogue", "/v1/shoppers?store=berlin-mitte"])
def test_what_names_no_state_of_itself_is_kept_by_nobody(running: RunningHub, path: str) -> None:
    assert running.get(path).headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("path", ["/v1/catalogue?store=berlin-mitte&screen=window-1", "/static/page.css"])
def test_what_can_be_asked_for_again_by_its_state_is_no_ones_to_forbid(running: RunningHub, path: str) -> None:
    headers = running.get(path).headers

    assert "ETag" in headers
    assert headers.get("Cache-Control") != "no-store"


@pytest.mark.parametrize(
    ("public_url", "told"), [("https://hub.example", "max-age=31536000"), ("http://hub.example", None)]
)
def test_who_came_by_tls_comes_so_for_a_year(running: RunningHub, public_url: str, told: str | None) -> None:
    running.server.serve(replace(running.hub, settings=replace(running.hub.settings, public_url=public_url)))

    for path in ("/v1/nowhere", "/console/sign-in", "/static/page.css"):
        assert running.get(path).headers.get("Strict-Transport-Security") == told
