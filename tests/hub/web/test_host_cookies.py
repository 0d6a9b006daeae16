import re
from dataclasses import replace

import pytest
import requests

from tests.hub.running import DEADLINE_S, RunningHub

SECRET = "s" * 43


@pytest.fixture
def url(running: RunningHub) -> str:
    """A hub that phones reach by TLS; here it is asked behind the proxy that speaks it."""
    running.server.serve(replace(running.hub, settings=replace(running.hub.settings, public_url="https://hub.example")))
    return running.url


def _ask_by(url: str, cookie: str) -> str | None:
    """The secret of the browser that the hub takes this one for, where it tells."""
    page = requests.get(f"{url}/offers/o-mug", headers={"Cookie": cookie}, timeout=DEADLINE_S)
    found = re.match(
        "__Host-vitrine_browser=([^;]+); HttpOnly; .*Path=/; SameSite=lax; Secure", page.headers["Set-Cookie"]
    )
    return found and found[1]


def test_a_browser_is_known_again_by_a_cookie_that_only_this_host_can_set(url: str) -> None:
    assert _ask_by(url, f"other=1; __Host-vitrine_browser={SECRET}; last=2") == SECRET


@pytest.mark.parametrize("cookie", [f"vitrine_browser={SECRET}", f"other=1; vitrine_browser={SECRET}", "other=1"])
def test_a_cookie_by_its_plain_name_is_none(url: str, cookie: str) -> None:
    assert _ask_by(url, cookie) not in {None, SECRET}


def test_a_cookie_of_a_part_of_the_host_is_guarded_as_far_as_it_can_be(url: str) -> None:
    page = requests.get(f"{url}/console/sign-in?lang=en", timeout=DEADLINE_S)

    assert re.search("__Secure-vitrine_language=en; .*Path=/console; SameSite=lax; Secure", page.headers["Set-Cookie"])


def test_without_tls_the_names_are_plain_for_no_browser_would_take_others(running: RunningHub) -> None:
    page = requests.get(f"{running.url}/offers/o-mug", timeout=DEADLINE_S)

    assert page.headers["Set-Cookie"].startswith("vitrine_browser=")
