import pytest
import requests

from tests.hub.running import RunningHub


def test_the_pages_files_come_from_the_hub_itself(running: RunningHub) -> None:
    for name in ("page.css", "icon.svg", "fonts/figtree-latin-wght-normal.woff2"):
        assert requests.get(f"{running.url}/static/{name}", timeout=20).status_code == 200


@pytest.mark.parametrize("path", ["/offers/o-mug/", "/c/token/", "/v1/catalogue/", "/static"])
def test_the_host_that_an_asker_names_leads_nobody_elsewhere(running: RunningHub, path: str) -> None:
    answer = requests.get(running.url + path, headers={"Host": "evil.example"}, allow_redirects=False, timeout=20)

    assert answer.status_code in {401, 404}
    assert "evil.example" not in answer.text + str(answer.headers)
