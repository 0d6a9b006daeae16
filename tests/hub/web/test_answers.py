import json

from kiosk.contract.shopper import Shopper
from kiosk.hub.web.answers import Answer, describe, list_schemas
from kiosk.hub.web.screen_answers import ShoppersAnswer


def test_an_answer_is_json_with_its_status_and_headers() -> None:
    answer = Answer(ShoppersAnswer("7", [Shopper("s_1")], []), 200, {"ETag": "x"})

    assert json.loads(bytes(answer.body))["shoppers"][0]["key"] == "s_1"
    assert (answer.headers["Content-Type"], answer.headers["ETag"]) == ("application/json", "x")


def test_what_an_answer_refers_to_is_described() -> None:
    reference = describe(ShoppersAnswer, "Changes")["content"]["application/json"]["schema"]["$ref"]

    assert reference.rsplit("/", 1)[1] in list_schemas()
