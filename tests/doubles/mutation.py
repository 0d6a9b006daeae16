"""What a line, a firmware or a joker does to bytes: some are lost, doubled, put in or changed."""

from typing import TypeAlias

from hypothesis import strategies as st

Edits: TypeAlias = list[tuple[float, float, bytes]]

_PLACES = st.floats(0, 1, allow_nan=False)
EDITS = st.lists(st.tuples(_PLACES, _PLACES, st.binary(max_size=3)), min_size=1, max_size=3)


def mutate(payload: bytes, edits: Edits) -> bytes:
    """Each edit puts a few bytes in the place of a few others."""
    for place, extent, put in edits:
        start = int(place * len(payload))
        payload = payload[:start] + put + payload[start + int(extent * 4) :]
    return payload
