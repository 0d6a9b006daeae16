import requests

from tests.hub.console.clerk import Clerk
from tests.hub.running import RunningHub


def test_the_console_stands_beside_the_api_and_the_phones_pages(running: RunningHub, mara: Clerk) -> None:
    assert mara.open("/console/screens").status_code == 200
    assert running.get("/v1/catalogue?store=berlin-mitte&screen=window-1").status_code == 200
    assert requests.get(f"{running.url}/offers/o-mug", timeout=20).status_code == 200


def test_its_files_come_from_the_hub_itself(running: RunningHub) -> None:
    for name in (
        "brand.css",
        "console.css",
        "screens.css",
        "figures.css",
        "content.css",
        "inbox.css",
        "htmx.min.js",
        "htmx-LICENSE.txt",
    ):
        assert requests.get(f"{running.url}/static/{name}", timeout=20).status_code == 200


def test_the_bare_address_leads_there(running: RunningHub) -> None:
    answer = requests.get(running.url, timeout=20)
    assert (answer.status_code, answer.url) == (200, f"{running.url}/console/sign-in?next=/console")
