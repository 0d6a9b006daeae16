import pytest

from kiosk.proximity.gateways.ingics import DEFAULT_TOPIC, list_topics, name_device, observe, recognise
from kiosk.proximity.observation import Ignored, Observation
from kiosk.proximity.parsing import OWN_STATUS, UNREADABLE
from tests.doubles.samples import Sample, agrees, read_samples


@pytest.mark.parametrize("sample", read_samples("ingics"), ids=str)
def test_each_known_message_is_understood(sample: Sample) -> None:
    assert agrees(observe(sample.heard_on, sample.body), sample)


@pytest.mark.parametrize("sample", read_samples("ingics"), ids=str)
def test_each_known_message_is_recognised_whatever_its_topic(sample: Sample) -> None:
    assert recognise("", sample.body)


def test_the_one_topic_is_heard_and_names_no_device() -> None:
    assert list_topics(["shoes"]) == (DEFAULT_TOPIC,)
    assert name_device(DEFAULT_TOPIC) is None


def test_the_beacon_in_an_advert_is_known_whether_or_not_the_gateway_decoded_it() -> None:
    line = b"$GPRP,0C61CFC1452E,E7DAE08E6FC3,-44,0201061AFF4C000215B9A5D27D56CC4E3AAB511F2153BCB9670001452ED6"
    members = b'{"gw":"E7DAE08E6FC3","tag":"0C61CFC1452E","rssi":-44,"uuid":"B9A5","major":1,"minor":2,"ref_tx":-59}'

    assert observe("", line) == (
        Observation(
            "0C61CFC1452E",
            "E7DAE08E6FC3",
            rssi=-44,
            rssi_at_1m=-42,
            aliases=("b9a5d27d56cc4e3aab511f2153bcb967-1-17710",),
        ),
    )
    assert observe("", members) == (
        Observation("0C61CFC1452E", "E7DAE08E6FC3", rssi=-44, rssi_at_1m=-59, aliases=("B9A5-1-2",)),
    )


def test_lines_and_members_may_stand_in_one_batch() -> None:
    batch = b'{"data":["$GPRP,0C61CFC1452E,E7DAE08E6FC3,-44,",{"gw":"E7DAE08E6FC3","tag":"51A88AD374B7","rssi":"-50"}]}'

    observed = observe("", batch)

    assert isinstance(observed, tuple)
    assert [one.device for one in observed] == ["0C61CFC1452E", "51A88AD374B7"]


@pytest.mark.parametrize(
    "payload",
    [
        b'["$HBRP,E7DAE08E6FC3,1683620057","$SRRP,0C61CFC1452E,E7DAE08E6FC3,-44,050954616737"]',
        b'{"data":"$HBRP,E7DAE08E6FC3,1683620057\\r\\n$SRRP,0C61CFC1452E,E7DAE08E6FC3,-44,050954616737"}',
        b'{"data":[5,{"tag":5},[],"$SRRP,0C61CFC1452E,E7DAE08E6FC3,-44,050954616737"]}',
    ],
)
def test_lines_may_come_in_any_wrapping(payload: bytes) -> None:
    assert recognise("", payload) or b"[5," in payload
    assert observe("", payload) == (Observation("0C61CFC1452E", "E7DAE08E6FC3", rssi=-44),)


@pytest.mark.parametrize(
    "payload",
    [
        b"$HBRP,E1C8BC3DFF84,E1C8BC3DFF84,-60,00000000",
        b"$HBRP,E1C8BC3DFF84,1683620057",
        b"$GPRP,E1C8BC3DFF84,E1C8BC3DFF84,-60,0201",
        b"$XXXX,0C61CFC1452E,E7DAE08E6FC3,-44,0201",
        b'{"reader":"F008D178943C","rssi":-40}',
        b'{"data":[{"gw":"F008D178943C","tag":"F008D178943C","rssi":-40}]}',
    ],
)
def test_what_a_gateway_says_of_itself_is_nobody(payload: bytes) -> None:
    assert observe("ingics/gateway", payload) == OWN_STATUS


@pytest.mark.parametrize(
    "payload",
    [
        b"",
        b"$",
        b"$GPRP,0C61CFC1452E",
        b"$GPRP,0C61CFC1452G,E7DAE08E6FC3,-44,",
        b"GPRP,0C61CFC1452E,E7DAE08E6FC3,-44,",
        b"$GPRP,\xff",
        b"[]",
        b"{}",
        b'{"data":[]}',
        b'{"data":[5]}',
        b'{"data":["x"]}',
        b'{"tag":"0C61CFC1452E","rssi":-44}',
    ],
)
def test_what_ingics_never_sends_is_refused(payload: bytes) -> None:
    assert observe("ingics/gateway", payload) == UNREADABLE


def test_a_torn_line_hides_no_other() -> None:
    assert observe("", b"$GPRP,0C61CFC1452E,E7DAE08E6FC3,-44,02\r\n$GPRP,0C61") == (
        Observation("0C61CFC1452E", "E7DAE08E6FC3", rssi=-44),
    )


@pytest.mark.parametrize("payload", [b"$", b"$GPRMC,123519,A,4807.038,N", b'{"tag":"a"}', b'{"data":[1]}'])
def test_other_lines_are_not_taken_for_ingics(payload: bytes) -> None:
    assert not recognise("ingics/gateway", payload)
    assert isinstance(observe("", payload), Ignored)
