import pytest

from kiosk.hub.domain.credentials.sun import (
    SunTap,
    derive_file_key,
    derive_meta_key,
    diversify_key,
    hash_tag,
    read_message,
)
from tests.doubles.sun_tag import SunTag

# NXP AN12196, the tables of its example: both keys are zero.
PUBLISHED = "picc_data=EF963FF7828658A599F3041510671E88&cmac=94EED9EE65337086"
UID = bytes.fromhex("04DE5F1EACC040")
ZERO = bytes(16)
MASTER = bytes(range(16))


def read_published(value: str) -> SunTap | None:
    return read_message(value, ZERO, lambda _uid: ZERO)


def test_the_published_example_is_read() -> None:
    assert SunTap(UID, 61) == read_published(PUBLISHED)
    assert SunTap(UID, 61) == read_published(PUBLISHED.lower())


@pytest.mark.parametrize(
    "value",
    [
        PUBLISHED.replace("086", "087"),
        PUBLISHED.replace("=EF", "=EE"),
        PUBLISHED.replace("1E88", "1E89"),
        PUBLISHED[:-2],
        f"{PUBLISHED}&more=1",
        "picc_data=" + "0" * 48 + "&cmac=" + "0" * 16,
        "",
    ],
    ids=["another MAC", "another UID", "another end", "cut", "longer", "LRP mode", "nothing"],
)
def test_a_message_that_no_tag_made_is_not_believed(value: str) -> None:
    assert read_published(value) is None


def test_the_published_key_is_derived() -> None:
    # NXP AN10922, example of AES-128: UID, application id and system identifier.
    what = bytes.fromhex("04782E21801D803042F54E585020416275")
    master = bytes.fromhex("00112233445566778899AABBCCDDEEFF")
    assert diversify_key(master, what).hex() == "a8dd63a3b89d54b37ca802473fda9175"


def test_each_tag_and_each_use_has_a_key_of_its_own() -> None:
    other = bytes.fromhex("04DE5F1EACC041")
    keys = {MASTER, derive_meta_key(MASTER), derive_file_key(MASTER, UID), derive_file_key(MASTER, other)}
    assert len(keys) == 4


def test_a_tag_with_the_keys_of_the_hub_is_believed_and_with_another_ones_file_key_it_is_not() -> None:
    def read(tag: SunTag) -> SunTap | None:
        return read_message(tag.tap(), derive_meta_key(MASTER), lambda uid: derive_file_key(MASTER, uid))

    meta_key, file_key = derive_meta_key(MASTER), derive_file_key(MASTER, UID)
    assert read(SunTag(UID, meta_key, file_key)) == SunTap(UID, 1)
    assert read(SunTag(bytes.fromhex("04DE5F1EACC041"), meta_key, file_key)) is None


def test_neither_hash_nor_text_shows_the_uid() -> None:
    assert UID.hex() not in hash_tag(MASTER, UID)
    assert hash_tag(MASTER, UID) != hash_tag(ZERO, UID)
    assert repr(SunTap(UID, 61)) == "SunTap(...)"
