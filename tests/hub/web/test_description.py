from typing import Any

import jsonschema_rs
import pytest
from fastapi import FastAPI

from kiosk.hub.web.description import describe_api
from tests.hub.running import RunningHub
from tests.hub.security.table import read_table

_HIDDEN = ("/v1/devices/", "/v1/passes/", "/v1/log", "/v1/chatwoot/", "/v1/stripe")
"""What Apple's phones, Chatwoot and Stripe ask for, as those describe it."""


@pytest.fixture
def description(running: RunningHub) -> dict[str, Any]:
    """As everybody may fetch it."""
    return dict(running.get("/openapi.json").json())


def _list_operations(description: dict[str, Any]) -> dict[str, dict[str, Any]]:
    paths = description["paths"].items()
    return {f"{method.upper()} {path}": one for path, of_path in paths for method, one in of_path.items()}


def test_the_hub_describes_every_route_of_its_api_as_openapi_3_1(description: dict[str, Any]) -> None:
    routes = [route for route in read_table("api") if not route.startswith("HEAD")]
    api = {route for route in routes if "/v1/" in route and not any(hidden in route for hidden in _HIDDEN)}

    assert description["openapi"].startswith("3.1")
    assert set(_list_operations(description)) == api


def test_it_says_of_every_operation_what_it_is_for_who_may_and_how_it_is_refused(description: dict[str, Any]) -> None:
    for route, operation in _list_operations(description).items():
        assert operation["summary"], route
        assert operation["description"], route
        assert "security" in operation, route
        refusals = [
            answer for status, answer in operation["responses"].items() if status in {"400", "413", "500", "503"}
        ]
        assert [set(one["content"]) for one in refusals] == [{"application/problem+json"}] * 4, route


def test_every_kind_of_key_that_it_asks_for_is_explained(description: dict[str, Any]) -> None:
    asked = {name for one in _list_operations(description).values() for key in one["security"] for name in key}

    assert asked == {"ScreenToken", "TillToken", "WriteKey", "WebhookSignature"}
    assert all(description["components"]["securitySchemes"][name]["description"] for name in asked)


def test_every_schema_that_it_names_is_there(running: RunningHub, description: dict[str, Any]) -> None:
    text, schemas = running.get("/openapi.json").text, description["components"]["schemas"]
    named = {part.split('"')[0] for part in text.split("#/components/schemas/")[1:]}

    assert named - set(schemas) == set()
    assert {"CatalogueAnswer", "Offer", "BookmarkAnswer", "ProblemAnswer"} <= named


def test_its_examples_are_what_it_asks_for(description: dict[str, Any]) -> None:
    bodies = {
        route: content
        for route, one in _list_operations(description).items()
        for content in one.get("requestBody", {}).get("content", {}).values()
        if "example" in content
    }
    wrong = {
        route: error.message
        for route, content in bodies.items()
        for error in jsonschema_rs.Draft202012Validator(
            {**content["schema"], "components": description["components"]}
        ).iter_errors(content["example"])
    }

    assert len(bodies) > 8
    assert wrong == {}


def test_what_fastapi_says_of_refusals_of_its_own_is_left_out() -> None:
    app = FastAPI()

    @app.get("/v1/things")
    def get_things(most: int) -> int:
        """The things."""
        return most

    operation = describe_api(app)["paths"]["/v1/things"]["get"]
    assert "422" not in operation["responses"]
    assert (operation["summary"], operation["tags"], operation["security"]) == ("The things", ["things"], [])
