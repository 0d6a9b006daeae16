from datetime import UTC, datetime
from decimal import Decimal

import pytest

from kiosk.hub.console.form.field_reader import Complaint, FieldReader, type_moment


def read(**texts: str) -> FieldReader:
    return FieldReader(texts, "Europe/Berlin")


def test_what_can_be_kept_is_read_without_a_complaint() -> None:
    reader = read(
        t_de=" Tee  Kanne ", t_en="", price="22,90", since="2026-11-22T10:00", count="\N{MINUS SIGN}3", names="a, b,a"
    )

    assert reader.read_words("t", 20) == {"de": "Tee Kanne"}
    assert reader.read_price() == Decimal("22.90")
    assert reader.read_moment("since") == datetime(2026, 11, 22, 9, tzinfo=UTC)
    assert reader.read_count("count", -5, 5) == -3
    assert reader.read_segments("names") == ["a", "b"]
    assert reader.complaints == {}


@pytest.mark.parametrize("text", ["gestern", "0001-01-01T00:00", "9999-12-31T23:59"])
def test_a_time_that_is_none_of_this_century_is_complained_of(text: str) -> None:
    reader = read(since=text)

    assert (reader.read_moment("since"), reader.complaints) == (None, {"since": Complaint("no_time")})


@pytest.mark.parametrize("text", ["6", "-6", "1.5", "viel", "9" * 5000])
def test_a_count_out_of_bounds_is_complained_of_with_them(text: str) -> None:
    reader = read(count=text)

    assert (reader.read_count("count", -5, 5), reader.complaints) == (None, {"count": Complaint("no_count", -5, 5)})


def test_a_time_is_typed_as_it_is_read() -> None:
    moment = datetime(2026, 12, 24, 17, tzinfo=UTC)
    reader = FieldReader({"at": type_moment(moment, "Europe/Berlin")}, "Europe/Berlin")

    assert (reader.read_moment("at"), type_moment(None, "Europe/Berlin")) == (moment, "")
