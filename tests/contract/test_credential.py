import pytest

from kiosk.contract.credential import hash_id, normalise_proximity_id, parse_store_key
from kiosk.errors import FileRefused

KEY = bytes(range(32))


def test_the_store_key_is_64_hex_digits_with_white_space_around() -> None:
    assert parse_store_key(f" {KEY.hex()}\n") == KEY


@pytest.mark.parametrize("text", ["", "00", "g" * 64, "0" * 66])
def test_another_store_key_is_refused_without_being_repeated(text: str) -> None:
    with pytest.raises(FileRefused, match="64 hex digits") as refusal:
        parse_store_key(text)
    assert not text or text not in str(refusal.value).replace("64", "")


@pytest.mark.parametrize("raw", ["AA:BB-cc_dd 01", "aabbccdd01"])
def test_a_proximity_id_is_hashed_without_case_and_separators(raw: str) -> None:
    assert normalise_proximity_id(raw) == "aabbccdd01"


def test_a_hash_is_the_hmac_of_kind_and_id() -> None:
    # Reckoned apart: printf 'uid:04aabbcc' | openssl dgst -sha256 -mac HMAC -macopt hexkey:000102…1f
    assert hash_id(KEY, "uid", "04aabbcc") == "1f27316986268b63c137a5d37bd227473b4b4a3ce3c746cb8a849a0796540547"
    assert hash_id(KEY, "ndef", "04aabbcc") != hash_id(KEY, "uid", "04aabbcc")
