import pytest

from kiosk.hub.wallet.apple.manifest import write_manifest
from kiosk.hub.wallet.doctor.hashes import check_hashes

_FILES = {"a": b"1", "b": b"2"}


def _list(files: dict[str, bytes]) -> list[str]:
    return [finding.text for finding in check_hashes(files)]


def test_a_manifest_that_fits_is_good() -> None:
    assert _list({**_FILES, "manifest.json": write_manifest(_FILES), "signature": b""}) == []


def test_every_file_that_does_not_fit_is_named() -> None:
    manifest = write_manifest({"b": b"2", "c": b"3", "d": b"4"})
    found = _list({"b": b"changed", "d": b"4", "e\x1b": b"5", "manifest.json": manifest})

    assert found == [
        "manifest.json lists c, which is not there: add the file, or build the manifest anew.",
        "e? is not in manifest.json: leave the file out, or build the manifest anew.",
        "b was changed after manifest.json was written: build and sign the pass again.",
    ]


@pytest.mark.parametrize("manifest", [b"", b"[]", b'{"a": 1}', b"\xff\xfe", b"{" * 5000])
def test_a_manifest_that_is_none_is_said(manifest: bytes) -> None:
    assert _list({"manifest.json": manifest}) == [
        "manifest.json is no JSON object of paths and hashes: let your builder write it anew."
    ]


def test_without_a_manifest_there_is_nothing_to_compare() -> None:
    assert _list(_FILES) == []
