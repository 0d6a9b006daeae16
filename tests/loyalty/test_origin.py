import pytest

from kiosk.loyalty.failure import Flaw, MediaRefused
from kiosk.loyalty.origin import resolve_media_url

BASE = "https://loyalty.example/api"


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("/v1/media/a.webp", "https://loyalty.example/v1/media/a.webp"),
        ("v1/media/a.webp", "https://loyalty.example/api/v1/media/a.webp"),
        ("https://loyalty.example/a.webp", "https://loyalty.example/a.webp"),
        ("https://LOYALTY.example:443/a.webp", "https://LOYALTY.example:443/a.webp"),
        ("//loyalty.example/a.webp", "https://loyalty.example/a.webp"),
    ],
)
def test_an_address_of_the_api_itself_is_resolved(url: str, expected: str) -> None:
    assert resolve_media_url(BASE, url) == expected


@pytest.mark.parametrize(
    "url",
    [
        "https://elsewhere.example/a.webp",
        "//elsewhere.example/a.webp",
        "http://loyalty.example/a.webp",
        "https://loyalty.example:8443/a.webp",
        "https://loyalty.example.evil.example/a.webp",
        "https://loyalty.example@evil.example/a.webp",
        "https://user:word@loyalty.example/a.webp",
        "https://169.254.169.254/latest",
        "file:///etc/passwd",
        "ftp://loyalty.example/a.webp",
        "data:image/png;base64,AAAA",
        "https://[broken/a.webp",
        "https://loyalty.example:99999/a.webp",
    ],
)
def test_any_other_address_is_refused(url: str) -> None:
    with pytest.raises(MediaRefused) as refusal:
        resolve_media_url(BASE, url)
    assert refusal.value.flaw is Flaw.ELSEWHERE
