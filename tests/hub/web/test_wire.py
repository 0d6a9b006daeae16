import pytest
from pydantic import TypeAdapter, ValidationError

from kiosk.hub.web.wire import Id, JsonObject, Language, Moment, refuse_odd_numbers


@pytest.mark.parametrize("text", ["x", "o-boots 20", "ä" * 128])
def test_an_id_is_opaque_text(text: str) -> None:
    assert TypeAdapter(Id).validate_python(text) == text


@pytest.mark.parametrize("text", ["", "x" * 129, "a\nb", "\x00", "\ud800"])
def test_an_id_is_neither_empty_nor_long_nor_unreadable(text: str) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(Id).validate_python(text)


@pytest.mark.parametrize("text", ["DE", "d", "deutsch", "de-DE"])
def test_a_language_is_a_code(text: str) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(Language).validate_python(text)


@pytest.mark.parametrize(
    "text", ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00", "1999-12-31T23:59:59Z", "2100-01-01T00:00:00Z"]
)
def test_a_time_is_of_this_century(text: str) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(Moment).validate_python(text)


@pytest.mark.parametrize("number", [float("nan"), float("inf")])
def test_an_object_holds_only_numbers_that_a_database_knows(number: float) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(JsonObject).validate_python({"a": [number]})
    assert refuse_odd_numbers({"a": 1.5}) == {"a": 1.5}
