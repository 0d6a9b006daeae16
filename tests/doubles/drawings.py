"""Drawings (SVG) that take long to draw."""


def draw_across(lines: int) -> str:
    """One shape, whose outline crosses all of the drawing so often: each takes some five milliseconds to fill."""
    steps = "".join(f"L{number * 7 % 1920} {1080 * (number % 2)}" for number in range(lines))
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1920 1080"><path d="M0 0{steps}"/></svg>'
