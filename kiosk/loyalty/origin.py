"""Where media may come from: the loyalty API's own origin and nowhere else, whatever a catalogue says."""

from urllib.parse import urljoin, urlsplit

from kiosk.loyalty.failure import Flaw, MediaRefused

_PORTS = {"http": 80, "https": 443}


def resolve_media_url(base: str, url: str) -> str:
    """The address to fetch; a relative one is taken from `base`, the API's.

    Raises `MediaRefused` for another origin (RFC 6454: scheme, host, port) or scheme.
    """
    try:
        resolved = urljoin(f"{base.rstrip('/')}/", url)
        if _origin_of(resolved) == _origin_of(base):
            return resolved
    except ValueError as error:
        raise MediaRefused(Flaw.ELSEWHERE) from error
    raise MediaRefused(Flaw.ELSEWHERE)


def _origin_of(url: str) -> tuple[str, str, int]:
    parts = urlsplit(url)
    if parts.scheme not in _PORTS or not parts.hostname or parts.username or parts.password:
        message = "no plain web address"
        raise ValueError(message)
    return parts.scheme, parts.hostname, parts.port or _PORTS[parts.scheme]
