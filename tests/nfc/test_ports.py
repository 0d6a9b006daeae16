"""nfcpy still has what the ports say of it."""

import nfc
import nfc.clf
import nfc.tag
import pytest

from kiosk.nfc.ports import Driver, Frontend, Ndef, Tag
from tests.doubles.nfc_device import PretendDevice


@pytest.mark.parametrize(
    ("port", "real"),
    [
        (Tag, nfc.tag.Tag(None, None)),
        (Ndef, nfc.tag.Tag.NDEF(None)),
        (Frontend, nfc.ContactlessFrontend()),
        (Driver, PretendDevice()),
    ],
    ids=["Tag", "Ndef", "Frontend", "Driver"],
)
def test_each_name_of_a_port_is_there(port: type, real: object) -> None:
    names = {name for name in vars(port) if not name.startswith("_")} | set(port.__annotations__)

    assert [name for name in names if not hasattr(type(real), name) and name not in vars(real)] == []


def test_a_target_answers_none_for_what_does_not_apply() -> None:
    target = nfc.clf.RemoteTarget("212F", sensf_res=b"\x01")

    assert target.sel_res is None
    assert target.brty == "212F"
