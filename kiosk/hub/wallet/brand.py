"""The hub's colours and mark, as wallets need them: numbers, where the pages have a style sheet and a drawing."""

PAPER = (251, 247, 240)
ACCENT = (168, 72, 31)

MARK_SIDE = 32
"""The mark is drawn on a square with this side: static/icon.svg."""
MARK_LINE = ((9, 9), (16, 24), (23, 9))
MARK_STROKE = 3


def write_rgb(colour: tuple[int, int, int]) -> str:
    """As Apple writes a colour: `rgb(168, 72, 31)`."""
    return f"rgb({', '.join(map(str, colour))})"


def write_hex(colour: tuple[int, int, int]) -> str:
    """As Google writes a colour: `#a8481f`."""
    return f"#{bytes(colour).hex()}"
