"""Whatever its description allows or forbids, the API answers as it says: schemathesis makes up the requests.

With `--hypothesis-profile=long` it makes up a hundred of each kind, by chance, for some minutes.
"""

from base64 import b64encode
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, TypeAlias

import pytest
import requests
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.errors import Unsatisfiable
from schemathesis import GenerationMode
from schemathesis.checks import negative_data_rejection, positive_data_acceptance

from kiosk.hub.sample.seed import TILL_TOKEN_FILE
from tests.hub.running import DEADLINE_S, RunningHub
from tests.hub.shop_window import add_source

TOO_LARGE = 413
# Their own types are known in part only.
Operation: TypeAlias = Any
Case: TypeAlias = Any
_SHORT = settings(
    max_examples=5,
    derandomize=True,
    database=None,
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large],
)
_LONG = settings(_SHORT, max_examples=100, derandomize=False)
# What the description has no words for, so that a request which has the right form may be refused.
_BEYOND_WORDS = {
    "POST /v1/bookmarks": "the Idempotency-Key is the bookmark's id",
    "POST /v1/actions/{store}/{source}": "it is signed",
    "POST /v1/check-ins": "the id of a card is a hash",
    "POST /v1/scans": "the id of a card is a hash",
    "POST /v1/pickups": "the id of a card is a hash",
    "POST /v1/identify": "it names somebody",
    "POST /v1/track": "it names somebody",
    "POST /v1/receipts": "the id of a card is a hash",
    "POST /v1/payments": "the id of a card is a hash",
    "POST /v1/redemptions": "an amount has so many digits",
    "POST /v1/returns": "an amount has so many digits",
    "POST /v1/refunds": "a line is named once",
}


@pytest.fixture
def keys(running: RunningHub, seeded: Path) -> dict[str, str]:
    """What each kind of sender shows, by the name that the description has for it."""
    add_source(running.hub)
    return {
        "ScreenToken": f"Bearer {running.token}",
        "TillToken": f"Bearer {(seeded / TILL_TOKEN_FILE).read_text()}",
        "WriteKey": f"Basic {b64encode(b'shop-key:').decode()}",
    }


@pytest.mark.parametrize("mode", list(GenerationMode), ids=lambda mode: str(mode.value))
def test_it_answers_as_it_says(running: RunningHub, keys: Mapping[str, str], mode: GenerationMode) -> None:
    found: dict[str, str] = {}
    with requests.Session() as session:
        for operation in _list_operations(running):
            session.headers.update(_show_key(operation, keys))
            found |= _try(operation, mode, running.url, session)

    assert found == {}


@pytest.mark.parametrize("token", ["", "Bearer made-up", "Basic bWFkZS11cDo="], ids=["none", "token", "key"])
def test_what_needs_a_key_is_closed_without_it(running: RunningHub, token: str) -> None:
    for operation in _list_operations(running):
        if operation.definition.raw["security"] and "WebhookSignature" not in str(operation.definition.raw["security"]):
            headers = {"Authorization": token} if token else {}
            answer = requests.request(
                operation.method, running.url + operation.path, headers=headers, timeout=DEADLINE_S
            )
            assert answer.status_code == 401, operation.label
            assert answer.headers["Content-Type"] == "application/problem+json", operation.label


def _list_operations(running: RunningHub) -> Iterator[Operation]:
    description = requests.get(f"{running.url}/openapi.json", timeout=DEADLINE_S).json()
    schema: Any = schemathesis.openapi.from_dict(description)
    schema.config.generation.allow_x00 = False  # refused everywhere, for which the description has no words
    for found in schema.get_all_operations():
        yield found.ok()


def _show_key(operation: Operation, keys: Mapping[str, str]) -> dict[str, str]:
    names = [name for one in operation.definition.raw["security"] for name in one]
    return {"Authorization": next((keys[name] for name in names if name in keys), "")}


def _try(operation: Operation, mode: GenerationMode, url: str, session: requests.Session) -> dict[str, str]:
    """The first answer that is not as it was said, by its operation."""
    left_out = [positive_data_acceptance] if operation.label in _BEYOND_WORDS else []
    pace = _LONG if settings.get_current_profile_name() == "long" else _SHORT

    @pace
    @given(case=operation.as_strategy(mode))
    def ask(case: Case) -> None:
        answer = case.call(base_url=url, session=session)
        # A body that is too large is refused before anybody looks what is wrong in it.
        refused = [negative_data_rejection] if answer.status_code == TOO_LARGE else []
        case.validate_response(answer, excluded_checks=left_out + refused, transport_kwargs={"session": session})

    try:
        ask()
    except Unsatisfiable:
        assert mode is GenerationMode.NEGATIVE  # nothing in a path alone can be wrong
    except BaseExceptionGroup as failures:
        return {operation.label: "; ".join(str(one) for one in failures.exceptions)}
    return {}
