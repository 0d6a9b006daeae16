"""Refuses what cannot be, where it is made: behind that everything holds."""


def check(what: str, is_sound: bool) -> None:  # noqa: FBT001 # it is a condition, no switch
    """Raise `ValueError` naming what is unsound."""
    if not is_sound:
        message = f"{what} cannot be so"
        raise ValueError(message)
