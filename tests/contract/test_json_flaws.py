import msgspec
import pytest
from msgspec import Struct

from kiosk.contract.json_flaws import JSON_FLAWS


class Named(Struct):
    name: str


@pytest.mark.parametrize(
    "raw", [b"", b"[]", b'{"name": 1}', b'{"name": "\xff"}', b'{"\xff": 1}', b'{"other": ' + b"[" * 100_000]
)
def test_every_way_in_which_json_is_not_what_was_asked_for_is_named(raw: bytes) -> None:
    with pytest.raises(JSON_FLAWS):
        msgspec.json.decode(raw, type=Named)
