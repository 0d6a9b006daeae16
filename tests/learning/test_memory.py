import hypothesis.strategies as st
from hypothesis import given

from kiosk.learning.memory import MOST_OFFERS, MOST_SCREENS, MOST_SHARED, Memory
from kiosk.offers.posterior import Tally

COUNTS = st.integers(0, 9)
TALLIES = st.builds(Tally, COUNTS, COUNTS, COUNTS, COUNTS)
CELLS = st.dictionaries(st.sampled_from(("weekday-morning", "weekend-evening")), TALLIES, max_size=2)
OFFERS = st.dictionaries(st.sampled_from(("boots", "mug")), CELLS, max_size=2)
MEMORIES = st.builds(Memory, st.dictionaries(st.sampled_from(("window-1", "window-2")), OFFERS, max_size=2))
SHOWN = Tally(shown=1)


@given(one=MEMORIES, other=MEMORIES)
def test_memories_join_in_any_order(one: Memory, other: Memory) -> None:
    assert one.join(other) == other.join(one)


@given(one=MEMORIES, other=MEMORIES, third=MEMORIES)
def test_memories_join_in_any_grouping(one: Memory, other: Memory, third: Memory) -> None:
    assert one.join(other).join(third) == one.join(other.join(third))


@given(one=MEMORIES, other=MEMORIES)
def test_to_hear_the_same_again_changes_nothing(one: Memory, other: Memory) -> None:
    assert one.join(one) == one
    assert one.join(other).join(other) == one.join(other)


def test_every_screen_counts_for_itself_and_all_of_them_are_recalled() -> None:
    first = Memory().note("window-1", "boots", "weekday-morning", SHOWN)
    second = Memory().note("window-2", "boots", "weekday-morning", Tally(shown=2, looked=1))
    joined = first.join(second).note("window-1", "boots", "weekend-evening", Tally(shown=5))
    assert joined.recall("boots", "weekday-morning") == (Tally(3, 1), Tally(5))
    assert joined.recall("mug", "weekday-morning") == (Tally(), Tally())


def test_noting_leaves_the_earlier_memory_as_it_was() -> None:
    earlier = Memory().note("window-1", "boots", "weekday-morning", SHOWN)
    earlier.note("window-1", "boots", "weekday-morning", SHOWN)
    assert earlier.recall("boots", "weekday-morning")[0] == SHOWN


def test_what_was_not_shown_for_longest_is_forgotten_first() -> None:
    full = Memory({"w": {str(number): {"c": SHOWN} for number in range(MOST_OFFERS)}})
    noted = full.note("w", "0", "c", SHOWN).note("w", "new", "c", SHOWN)
    assert len(noted.screens["w"]) == MOST_OFFERS
    assert noted.recall("0", "c")[0] == Tally(2)
    assert noted.recall("1", "c")[0] == Tally()


def test_of_another_screen_only_what_it_told_last_is_remembered() -> None:
    full = Memory({"w": {str(number): {"c": SHOWN} for number in range(MOST_SHARED)}})
    joined = full.join(Memory({"w": {"0": {"c": SHOWN}, "new": {"c": SHOWN}}}))
    assert list(joined.screens["w"]) == [*(str(number) for number in range(2, MOST_SHARED)), "0", "new"]


def test_no_number_of_screens_fills_the_memory_or_pushes_out_what_is_known() -> None:
    own = Memory({"w": {str(number): {"c": SHOWN} for number in range(MOST_OFFERS)}})
    joined = own.join(Memory({str(number): {"new": {"c": SHOWN}} for number in range(MOST_SCREENS + 1)}))
    assert len(joined.screens) == MOST_SCREENS
    assert joined.screens["w"] == own.screens["w"]
    assert joined.join(Memory({"0": {"new": {"c": Tally(2)}}})).screens["0"] == {"new": {"c": Tally(2)}}
