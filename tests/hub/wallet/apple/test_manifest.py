import json

from kiosk.hub.wallet.apple.manifest import hash_file, write_manifest


def test_the_manifest_has_the_hash_of_each_file() -> None:
    assert json.loads(write_manifest({"b": b"abc", "a": b""})) == {
        "a": "da39a3ee5e6b4b0d3255bfef95601890afd80709",
        "b": "a9993e364706816aba3e25717850c26c9cd0d89d",  # FIPS 180-4's own example
    }
    assert hash_file(b"abc").startswith("a9993e36")


def test_the_order_of_the_files_changes_nothing() -> None:
    assert write_manifest({"b": b"abc", "a": b""}) == write_manifest({"a": b"", "b": b"abc"})
