from argparse import ArgumentParser

import pytest

from kiosk.codes.layout import GERMAN, Layout
from kiosk.hub.cli.label_options import add_label_options, read_scale_labels


def _read(*words: str) -> tuple[Layout, ...]:
    parser = ArgumentParser()
    add_label_options(parser)
    return read_scale_labels(parser.parse_args(words))


def test_a_store_that_says_nothing_has_the_labels_of_germany() -> None:
    assert _read() == GERMAN


def test_a_store_names_the_labels_that_its_scales_print() -> None:
    assert _read("--label", "20IIIIIVVVVVX:price:2", "--label", "21IIIIIVVVVVX:weight:3") == (
        Layout("20IIIIIVVVVVX", "price", 2),
        Layout("21IIIIIVVVVVX", "weight", 3),
    )


@pytest.mark.parametrize(
    "text", ["", "28", "40IIIIKVVVVVX:weight:3", "28IIIIKVVVVVX:length:3", "28IIIIKVVVVVX:weight:x"]
)
def test_what_is_no_label_is_refused_with_how_one_is_written(text: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        _read("--label", text)

    assert "PATTERN:MEASURE:DECIMALS" in capsys.readouterr().err


def _name_access_point(text: str) -> object:
    parser = ArgumentParser()
    add_label_options(parser)
    return parser.parse_args(["--access-point", text]).access_point


def test_the_access_point_of_the_electronic_ones_is_an_address_and_nothing_after_it() -> None:
    assert _name_access_point("http://192.0.2.7/") == "http://192.0.2.7"
    assert _name_access_point("http://labels.local:8080") == "http://labels.local:8080"


@pytest.mark.parametrize("text", ["labels.local", "ftp://labels.local", "http://a@b", "http://a/b", "http://a?b=c"])
def test_what_is_no_such_address_is_refused(text: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        _name_access_point(text)
    assert "such as http://192.0.2.7" in capsys.readouterr().err
