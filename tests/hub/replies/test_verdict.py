import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.hub.replies.verdict import is_proven

_SENDER = "mara@mail.example.com"


@pytest.mark.parametrize(
    "result",
    [
        "mx.shop.example; dmarc=pass (p=reject) header.from=mail.example.com",
        "mx.shop.example 1;\r\n\tspf=fail smtp.mailfrom=x.y;\r\n\tdkim=pass (2048 (rsa)) header.d=example.com",
        "MX.shop.example; dkim=pass header.i=@mail.example.com",
        'mx.shop.example; dkim=pass header.i="m@mail.example.com"; spf=none smtp.mailfrom=; dmarc=none',
    ],
)
def test_a_sender_is_proven_by_dmarc_or_by_a_signature_of_her_domain(result: str) -> None:
    assert is_proven([result], "mx.shop.example", _SENDER)


@pytest.mark.parametrize(
    "results",
    [
        [],
        ["mx.shop.example; none"],
        ["mx.shop.example; dmarc=fail header.from=mail.example.com; spf=pass smtp.mailfrom=mail.example.com"],
        ["mx.shop.example; dkim=pass header.d=evil.example"],
        ["mx.shop.example; dkim=pass header.d=le.com"],
        ["mx.shop.example; dmarc=pass header.from=evil.example"],
        ["mx.shop.example; dkim=fail (dkim=pass header.d=example.com) header.d=example.com"],
        ["mx.evil.example; dmarc=pass header.from=mail.example.com"],
        ["mx.shop.example; dmarc=pass"],
        ["mx.shop.example; dkim=pass header.d=mail.example.com; dmarc=fail (p=none)"],
        ["mx.shop.example; dmarc/1=fail header.from; dkim=pass header.d=mail.example.com"],
        ["mx.shop.example; dkim=pass header.d=evil.example header.d=mail.example.com"],
        ["mx.shop.example; dkim=pass header.d=evil.example x header.i=@mail.example.com"],
        ['mx.shop.example; spf=pass smtp.mailfrom="x; dmarc=pass header.from=mail.example.com; "@evil.example'],
        ['mx.shop.example; dkim=pass header.i="x header.d=mail.example.com "@evil.example'],
        ['mx.shop.example; dkim=pass header.i="@mail.example.com"@evil.example'],
        ["mx.shop.example; spf=pass (a (b); dmarc=pass header.from=mail.example.com) smtp.helo=x"],
        ['mx.shop.example; spf=pass smtp.helo="', "mx.shop.example; dmarc=pass header.from=mail.example.com"],
        ["mx.shop.example; dkim=pass header.d=mail.example.com" + " " * 4000],
        ["; mx.shop.example; dmarc=pass header.from=mail.example.com"],
        ["mx.shop.example; dmarc=fail", "mx.shop.example; dmarc=pass header.from=mail.example.com"],
    ],
)
def test_nothing_else_proves_it(results: list[str]) -> None:
    assert not is_proven(results, "mx.shop.example", _SENDER)


@given(st.text(alphabet='mx.shop.example;dkim=pass ()header.d\n"', max_size=200))
def test_whatever_it_says_is_read(result: str) -> None:
    is_proven([result, "(" * 4000], "mx.shop.example", _SENDER)
