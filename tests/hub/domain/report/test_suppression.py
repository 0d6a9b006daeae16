from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.hub.domain.report.suppression import Figure, K, find_untold

_MOST = 8
_TABLES = st.lists(st.integers(0, _MOST), min_size=1, max_size=7)


def _find(counts: Sequence[int]) -> frozenset[int] | None:
    untold = find_untold({str(number): Figure(count, count) for number, count in enumerate(counts)})
    return None if untold is None else frozenset(map(int, untold))


def _split(total: int, parts: int) -> Iterator[tuple[int, ...]]:
    """All ways in which so many figures, none of them zero, make up this sum; each turned once around, so that every
    figure soon is another one.
    """
    for cut in combinations(range(1, total), parts - 1):
        way = tuple(end - begin for begin, end in pairwise((0, *cut, total)))
        yield from (way[turn:] + way[:turn] for turn in range(parts))


def _guess(counts: Sequence[int], untold: frozenset[int]) -> Iterator[tuple[int, ...]]:
    """All that the missing figures may be for somebody who knows the others, the sum, and how they were chosen."""
    places = sorted(untold)
    missing = sum(counts[place] for place in places)
    for values in _split(missing, len(places)):
        table = list(counts)
        for place, value in zip(places, values, strict=True):
            table[place] = value
        if _find(table) == untold:
            yield values


@settings(max_examples=60)
@given(_TABLES)
def test_nobody_reckons_out_what_is_missing_not_even_who_knows_how_it_was_chosen(counts: list[int]) -> None:
    untold = _find(counts)
    if untold:
        seen: list[set[int]] = [set() for _ in untold]
        for values in _guess(counts, untold):
            for found, value in zip(seen, values, strict=True):
                found.add(value)
            if all(len(found) > 1 for found in seen):
                break
        assert all(len(found) > 1 for found in seen)


@given(_TABLES)
def test_no_small_figure_is_told(counts: list[int]) -> None:
    untold = _find(counts)
    told = [count for number, count in enumerate(counts) if untold is not None and number not in untold]

    assert [count for count in told if 0 < count < K] == []


@given(_TABLES)
def test_a_table_without_small_figures_is_told_whole_and_zeros_always(counts: list[int]) -> None:
    untold = _find(counts)

    if not any(0 < count < K for count in counts):
        assert untold == frozenset()
    assert not any(counts[number] == 0 for number in untold or ())


def test_what_one_person_did_often_is_small_and_takes_its_block_along() -> None:
    figures = {name: Figure(20, 20) for name in "abcdef"}

    assert find_untold({**figures, "b": Figure(50, 1)}) == frozenset("abc")


def test_a_block_that_would_still_give_it_away_takes_the_next_one_along() -> None:
    figures = {name: Figure(1, 1) if name in "abc" else Figure(20, 20) for name in "abcdefghi"}

    assert find_untold(figures) == frozenset("abcdef")


def test_a_figure_that_stands_alone_takes_its_sum_along() -> None:
    assert find_untold({"a": Figure(3, 3)}) is None
    assert find_untold({"a": Figure(3, 3), "b": Figure(0, 0)}) is None
