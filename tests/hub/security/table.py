"""Tables of who gets which answer from which route, as people read and write them."""

from pathlib import Path

_FOLDER = Path(__file__).parent
Row = dict[str, int]


def read_table(name: str) -> dict[str, Row]:
    """The statuses by route and by who asks; the first line names those who ask."""
    head, *lines = [line.split() for line in (_FOLDER / f"{name}.txt").read_text().splitlines() if line.strip()]
    return {
        f"{method} {route}": {who: int(status) for who, status in zip(head, statuses, strict=True) if status != "-"}
        for method, route, *statuses in lines
    }
