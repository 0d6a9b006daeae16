import pytest

from kiosk.hub.web.etag import is_known, make_etag

TAG = make_etag(b"body")


def test_other_bytes_have_another_tag() -> None:
    assert make_etag(b"Body") != TAG


@pytest.mark.parametrize("header", [TAG, f"W/{TAG}", f'"a", {TAG}', "*"])
def test_a_tag_that_is_named_is_known(header: str) -> None:
    assert is_known(TAG, header)


@pytest.mark.parametrize("header", [None, "", '"a"', TAG.strip('"')])
def test_a_tag_that_is_not_named_is_not_known(header: str | None) -> None:
    assert not is_known(TAG, header)
