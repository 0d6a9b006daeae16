"""Three truths instead of two: of a shopper of whom something is not known, nothing is assumed."""

from enum import IntEnum


class Truth(IntEnum):
    """Whether a rule holds. `and` is the least, `or` the greatest, `not` the opposite.

    Source: S. C. Kleene, "On notation for ordinal numbers" (1938), the strong three-valued logic.
    """

    NO = -1
    UNKNOWN = 0
    YES = 1


OPPOSITES = {Truth.NO: Truth.YES, Truth.UNKNOWN: Truth.UNKNOWN, Truth.YES: Truth.NO}
TRUTHS = {False: Truth.NO, None: Truth.UNKNOWN, True: Truth.YES}
"""The truth of a fact; `None`: it is not known."""
