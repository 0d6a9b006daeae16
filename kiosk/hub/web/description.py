"""The hub's OpenAPI description: what FastAPI reads off the routes, and what holds for all of them besides."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from fastapi import FastAPI

from kiosk.hub.web.answers import ProblemAnswer, describe, list_schemas

_EXAMPLES = Path(__file__).parent / "examples.json"
_ABOUT = """\
What screens, tills, web shops and other systems of a store say to the hub and ask of it.

- A screen and a till hold a token each (`Authorization: Bearer`), a source of web events its write key (basic
  authorization, as the name). What other systems say is signed.
- Every refusal is problem details (RFC 9457) with a stable `code`; nothing that came in is repeated in it.
- Whatever is sent twice counts once: by its id, or by its `Idempotency-Key`. So after a timeout, 409, 429 or 503 send
  the same again, after `Retry-After` seconds where it says so.
- Members that are not known are ignored. Times have an offset, and amounts are decimal text.
"""
_REFUSALS = {
    400: "malformed: the request does not have the form that is asked for",
    413: "too_large",
    500: "internal: the hub failed, and its log says where",
    503: "busy: the database cannot be reached now",
}
_NO_KEY = {401: "token_unknown or key_unknown", 403: "not_yours"}
_NO_THING = {404: "not_found"}
_RACE = {409: "in_progress: another request is writing the same thing"}
_WRITING = frozenset({"post", "put", "patch", "delete"})
_OF_FASTAPI = ("HTTPValidationError", "ValidationError")
_SIGNATURE = {
    "type": "apiKey",
    "in": "header",
    "name": "webhook-signature",
    "description": "Standard Webhooks: with `webhook-id` and `webhook-timestamp`, by the source's secret.",
}


def describe_api(app: FastAPI) -> dict[str, Any]:
    """The description as OpenAPI 3.1, whole."""
    description = app.openapi()
    description["info"]["description"] = _ABOUT
    components = description.setdefault("components", {})
    schemas = components.setdefault("schemas", {})
    schemas.update(list_schemas())
    for name in _OF_FASTAPI:
        schemas.pop(name, None)
    components.setdefault("securitySchemes", {})["WebhookSignature"] = _SIGNATURE
    examples = json.loads(_EXAMPLES.read_text(encoding="utf-8"))
    for path, method, operation in _list_operations(description):
        _complete(operation, path, method)
        if method == "post" and path in examples:
            for content in _list_contents(operation["requestBody"]):
                content["example"] = examples[path]
    return description


def _list_operations(description: Mapping[str, Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    for path, operations in description["paths"].items():
        for method, operation in operations.items():
            yield path, method, operation


def _complete(operation: dict[str, Any], path: str, method: str) -> None:
    operation["summary"] = operation["description"].partition("\n")[0].rstrip(".")
    operation["tags"] = [path.split("/")[2]]
    operation.setdefault("security", [])
    told = {status: answer for status, answer in operation["responses"].items() if not _is_of_fastapi(answer)}
    refusals = {
        **_REFUSALS,
        **(_NO_KEY if operation["security"] else {}),
        **(_NO_THING if "{" in path else {}),
        **(_RACE if method in _WRITING else {}),
    }
    common = {str(status): describe(ProblemAnswer, meaning) for status, meaning in refusals.items()}
    operation["responses"] = dict(sorted({**common, **told}.items()))


def _is_of_fastapi(answer: Mapping[str, Any]) -> bool:
    """Whether it is the 422 by which FastAPI would refuse what is malformed: here that is a 400."""
    return any(str(one.get("schema", {}).get("$ref", "")).endswith(_OF_FASTAPI) for one in _list_contents(answer))


def _list_contents(message: Mapping[str, Any]) -> list[dict[str, Any]]:
    return list(message.get("content", {}).values())
