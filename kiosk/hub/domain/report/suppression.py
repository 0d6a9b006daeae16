"""Which figures are too small to be told: pure, so that it can be tried against whoever wants to reckon them out.

A figure behind which fewer than `K` people stand is not told. From a sum and all other figures it could be reckoned
out, so others go with it: complementary suppression (Willenborg and de Waal, Elements of Statistical Disclosure
Control, 2001). To choose the smallest of them would tell of the missing ones that they are no larger than any that is
told. So they are chosen without a look at them: figures that are not zero stand in blocks, in the order of their names,
and a block is told whole or not at all. Zeros are told: nobody is in them.
"""

from collections.abc import Mapping, Sequence

from msgspec import Struct

K = 5
_BLOCK = 3


class Figure(Struct, frozen=True):
    """So many times, by so many different people."""

    times: int
    people: int

    @property
    def is_small(self) -> bool:
        """Whether somebody could be meant."""
        return 0 < self.people < K or 0 < self.times < K


def find_untold(figures: Mapping[str, Figure]) -> frozenset[str] | None:
    """Those of these figures that are not told beside their sum; `None`: nor is the sum, nor any of them but zeros."""
    blocks = _make_blocks([name for name in sorted(figures) if figures[name].times])
    small = [block for block in blocks if any(figures[name].is_small for name in block)]
    others = [block for block in blocks if block not in small]
    if not small:
        return frozenset()
    untold = [name for block in small for name in block]
    while not _is_veiled([figures[name].times for name in untold]):
        if not others:
            return None
        untold += others.pop(0)
    return frozenset(untold)


def _make_blocks(names: Sequence[str]) -> list[Sequence[str]]:
    """Blocks of `_BLOCK` names, the last of which takes in what is left over."""
    count = max(len(names) // _BLOCK, 1)
    ends = [*(number * _BLOCK for number in range(1, count)), len(names)]
    return [names[begin:end] for begin, end in zip([0, *ends], ends, strict=False) if begin < end]


def _is_veiled(missing: Sequence[int]) -> bool:
    """Whether each of what is missing may be 1, and may be `K` or more, as far as their sum tells."""
    return len(missing) > 1 and sum(missing) - (len(missing) - 1) >= K
