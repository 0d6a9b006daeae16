"""How reading JSON of unknown origin fails: in more ways than the decoder's own error, and all must be borne."""

from msgspec import DecodeError

JSON_FLAWS = (DecodeError, UnicodeDecodeError, RecursionError)
"""What `msgspec.json.decode` raises for bytes that are not what was asked for.

`UnicodeDecodeError` comes of text that is not UTF-8, `RecursionError` of deep nesting, even in a member nobody reads.
"""
