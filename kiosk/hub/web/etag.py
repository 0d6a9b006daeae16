"""Entity tags: how an answer is recognised as unchanged (RFC 9110, sections 8.8.3 and 13.1.2)."""

import hashlib


def make_etag(body: bytes) -> str:
    """The strong entity tag of these bytes."""
    return f'"{hashlib.sha256(body).hexdigest()}"'


def is_known(etag: str, if_none_match: str | None) -> bool:
    """Whether the asker's `If-None-Match` names this tag, or any."""
    tags = [tag.strip().removeprefix("W/") for tag in (if_none_match or "").split(",")]
    return etag in tags or "*" in tags
