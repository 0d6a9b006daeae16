from kiosk.theming.finding import Finding
from kiosk.theming.references import put_values


def test_references_are_replaced_in_the_table_and_in_those_in_it() -> None:
    table = {"saved": "@greeting", "palette": {"ember": "@accent", "ink": "#000000"}, "size": 3}
    put = put_values("a.toml", table, {"greeting": "Moin", "accent": "#c8532b"}, [])
    assert put == {"saved": "Moin", "palette": {"ember": "#c8532b", "ink": "#000000"}, "size": 3}


def test_a_reference_to_no_option_is_named_by_its_place() -> None:
    findings: list[Finding] = []
    put_values("a.toml", {"palette": {"ember": "@accent"}}, {"size": 3}, findings)
    assert findings == [Finding("a.toml: palette.ember", "names no option; there are size")]
