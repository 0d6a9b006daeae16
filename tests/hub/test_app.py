import pytest
import requests

from tests.hub.running import RunningHub


def test_the_hub_describes_itself_as_openapi_3_1(running: RunningHub) -> None:
    description = requests.get(f"{running.url}/openapi.json", timeout=20).json()

    assert description["openapi"].startswith("3.1")
    assert set(description["paths"]) == {
        "/v1/catalogue",
        "/v1/shoppers",
        "/v1/bookmarks",
        "/v1/redemptions",
        "/v1/happenings",
        "/v1/holds",
        "/v1/actions/{store}/{source}",
        "/v1/receipts",
        "/v1/identify",
        "/v1/track",
        "/v1/batch",
        "/v1/events",
        "/v1/screens/enrol",
        "/v1/media/{name}",
        "/v1/themes/{sha256}",
    }


def test_every_schema_that_the_description_names_is_there(running: RunningHub) -> None:
    description = requests.get(f"{running.url}/openapi.json", timeout=20)
    schemas = description.json()["components"]["schemas"]

    named = {part.split('"')[0] for part in description.text.split("#/components/schemas/")[1:]}

    assert named - set(schemas) == set()
    assert {"CatalogueAnswer", "Offer", "BookmarkAnswer", "ProblemAnswer"} <= named


def test_the_pages_files_come_from_the_hub_itself(running: RunningHub) -> None:
    for name in ("page.css", "icon.svg", "fonts/figtree-latin-wght-normal.woff2"):
        assert requests.get(f"{running.url}/static/{name}", timeout=20).status_code == 200


@pytest.mark.parametrize("path", ["/offers/o-mug/", "/c/token/", "/v1/catalogue/", "/static"])
def test_the_host_that_an_asker_names_leads_nobody_elsewhere(running: RunningHub, path: str) -> None:
    answer = requests.get(running.url + path, headers={"Host": "evil.example"}, allow_redirects=False, timeout=20)

    assert answer.status_code in {401, 404}
    assert "evil.example" not in answer.text + str(answer.headers)
