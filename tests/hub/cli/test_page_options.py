from argparse import ArgumentParser

import pytest

from kiosk.hub.cli.page_options import add_page_options, advise_on_pages, read_legal
from kiosk.hub.legal import NO_PAGES, Legal
from kiosk.hub.settings import HubSettings

IMPRINT, PRIVACY = "https://shop.example/imprint?id=5", "https://shop.example/privacy"
_PUBLIC = "https://hub.shop.example"


def _read(*words: str) -> Legal:
    parser = ArgumentParser()
    add_page_options(parser)
    return read_legal(parser.parse_args(words))


def test_a_store_names_its_own_pages_or_none() -> None:
    assert _read("--imprint-url", IMPRINT, "--privacy-url", PRIVACY) == Legal(IMPRINT, PRIVACY)
    assert _read() == NO_PAGES


@pytest.mark.parametrize(
    "text", ["imprint.html", "javascript:alert(1)", "ftp://shop.example", "https://a@b/c", "https:///x"]
)
def test_what_is_no_address_of_a_page_is_refused(text: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        _read("--privacy-url", text)

    assert "such as https://shop.example/imprint" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("settings", "named"),
    [
        (HubSettings(), []),
        (HubSettings(public_url=_PUBLIC, legal=Legal(IMPRINT, PRIVACY)), []),
        (HubSettings(public_url=_PUBLIC, legal=Legal(IMPRINT)), ["--privacy-url"]),
        (HubSettings(public_url=_PUBLIC), ["--imprint-url", "--privacy-url"]),
    ],
)
def test_a_hub_that_phones_reach_says_at_its_start_which_are_missing(settings: HubSettings, named: list[str]) -> None:
    said = " ".join(advise_on_pages(settings))

    assert [option for option in ("--imprint-url", "--privacy-url") if option in said] == named
