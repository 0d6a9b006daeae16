from argparse import ArgumentParser, Namespace

import pytest

from kiosk.hub.attribution import Attribution
from kiosk.hub.cli.attribution_options import add_attribution_options, read_attribution


def _parse(*words: str) -> Namespace:
    parser = ArgumentParser()
    add_attribution_options(parser)
    return parser.parse_args(words)


@pytest.mark.parametrize(
    ("words", "attribution"),
    [
        ((), Attribution("first", 30)),
        (("--attribution-rule", "last", "--attribution-days", "7"), Attribution("last", 7)),
    ],
)
def test_a_store_says_what_a_purchase_goes_back_to(words: tuple[str, ...], attribution: Attribution) -> None:
    assert read_attribution(_parse(*words)) == attribution


@pytest.mark.parametrize(
    "words", [("--attribution-rule", "middle"), ("--attribution-days", "0"), ("--attribution-days", "61")]
)
def test_another_rule_is_refused(words: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        _parse(*words)

    assert words[0] in capsys.readouterr().err
