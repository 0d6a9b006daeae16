import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.hub.replies.auth_results import AuthResults, Garbled, Result, read_auth_results
from tests.doubles.effort import count_calls


def test_each_method_says_what_it_found_in_which_property() -> None:
    header = """MX.shop.example 1 (a \\) (b;) "c);
        dkim/1 = pass (2048 bit; rsa) reason="x; y=z" header.d = example.com; none"""

    dkim = Result("dkim", "pass", {"reason": "x; y=z", "header.d": "example.com"})
    assert read_auth_results(header) == AuthResults("mx.shop.example", (dkim, Result("none", "", {})))


@pytest.mark.parametrize(
    "told", ["spf=pass a", "spf=pass a=b a=c", "spf=pass a==", "spf=pass a b=", 'spf=pass a=b "c=d"']
)
def test_properties_that_cannot_be_told_are_none(told: str) -> None:
    assert read_auth_results(f"mx; {told}").results == (Result("spf", "pass", {}),)


def test_of_nobody_it_says_nothing() -> None:
    assert read_auth_results("") == AuthResults("", ())
    assert read_auth_results(";mx; ;") == AuthResults("", (Result("mx", "", {}),))


@pytest.mark.parametrize("header", ['mx; a="b', 'mx; a="b\\"', "mx; (", "mx; ((a)", "mx; a)", "mx; (\\)", "m" * 4001])
def test_what_has_no_end_is_garbled(header: str) -> None:
    with pytest.raises(Garbled):
        read_auth_results(header)


@given(st.text(alphabet='mx;dkim=pas ()header.d\n"\\', max_size=200))
def test_a_quoted_string_is_one_word_whatever_is_in_it(text: str) -> None:
    quoted = text.replace("\\", "\\\\").replace('"', '\\"')
    read = read_auth_results(f'mx; spf=pass smtp.mailfrom="{quoted}"@evil.example')

    assert [(one.method, one.value, set(one.properties)) for one in read.results] == [
        ("spf", "pass", {"smtp.mailfrom"})
    ]


@pytest.mark.parametrize("part", ["(", ")", "()", '"', '\\"', "a=", ";", "\\", " ", '"a"', "a b=c "])
def test_the_work_on_a_hostile_header_grows_as_its_length_does(part: str) -> None:
    header = (part * 4000)[:4000]

    assert count_calls(lambda: _read_or_refuse(header)) <= 2 * len(header) + 10


def _read_or_refuse(header: str) -> AuthResults | None:
    try:
        return read_auth_results(header)
    except Garbled:
        return None
