from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.signage.xml_tree import MOST_DEPTH, XmlRefused, parse_xml, read_attribute, tell_tag


def test_a_tree_is_read_whatever_its_namespaces() -> None:
    root = parse_xml(b'<a:b xmlns:a="urn:a" a:c="1"><d/></a:b>')
    assert (tell_tag(root), read_attribute(root, "c"), read_attribute(root, "e")) == ("b", "1", None)


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        (b"", "no XML"),
        (b"<a", "no XML"),
        (b"\xff\xfe<", "no XML"),
        (b"<?xml version='1.0' encoding='nonsense'?><a/>", "no XML"),
        (b"<a>&lol;</a>", "no XML"),
        (b'<!DOCTYPE a [<!ENTITY lol "lol">]><a>&lol;</a>', "document type"),
        (b'<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>', "document type"),
        (b"<a>" * (MOST_DEPTH + 1), "nested"),
    ],
)
def test_what_could_expand_or_reach_outside_is_refused(raw: bytes, why: str) -> None:
    with pytest.raises(XmlRefused, match=why):
        parse_xml(raw)


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(raw: bytes) -> None:
    with suppress(XmlRefused):
        parse_xml(raw)
