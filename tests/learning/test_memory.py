import hypothesis.strategies as st
from hypothesis import given

from kiosk.learning.hearsay import MOST_BELIEVED
from kiosk.learning.memory import MOST_OFFERS, MOST_OTHERS, MOST_SHARED, Memory
from kiosk.offers.posterior import Tally

COUNTS = st.integers(0, 9)
TALLIES = st.builds(Tally, COUNTS, COUNTS, COUNTS, COUNTS)
CELLS = st.dictionaries(st.sampled_from(("weekday-morning", "weekend-evening")), TALLIES, max_size=2)
OFFERS = st.dictionaries(st.sampled_from(("boots", "mug")), CELLS, max_size=2)
MEMORIES = st.builds(Memory, st.dictionaries(st.sampled_from(("w-1", "w-2", "w-3")), OFFERS, max_size=3))
SHOWN = Tally(shown=1)
MORNING, EVENING = "weekday-morning", "weekend-evening"


@given(one=MEMORIES, other=MEMORIES)
def test_nothing_that_is_said_changes_what_a_screen_counted_itself(one: Memory, other: Memory) -> None:
    assert one.hear(other, "w-1").screens.get("w-1") == one.screens.get("w-1")


@given(one=MEMORIES, other=MEMORIES)
def test_what_a_screen_said_last_is_what_is_remembered_of_it(one: Memory, other: Memory) -> None:
    heard = one.hear(other, "w-1")

    assert heard.hear(other, "w-1") == heard
    assert {name: heard.screens[name] for name in other.screens if name != "w-1"} == {
        name: offers for name, offers in other.screens.items() if name != "w-1"
    }


def test_every_screen_counts_for_itself_and_all_of_them_are_recalled() -> None:
    first = Memory().note("w-1", "boots", MORNING, SHOWN)
    second = Memory().note("w-2", "boots", MORNING, Tally(shown=2, looked=1))
    both = first.hear(second, "w-1").note("w-1", "boots", EVENING, Tally(shown=5))

    assert both.recall("boots", MORNING, "w-1") == (Tally(3, 1), Tally(5))
    assert both.recall("mug", MORNING, "w-1") == (Tally(), Tally())


def test_its_own_showings_count_in_full_and_those_of_others_only_so_far() -> None:
    memory = Memory().note("w-1", "boots", MORNING, Tally(1000)).note("w-2", "boots", MORNING, Tally(1000))
    memory = memory.note("w-1", "boots", EVENING, Tally(2000)).note("w-3", "boots", EVENING, Tally(1000))

    assert memory.recall("boots", MORNING, "w-1") == (Tally(1000 + MOST_BELIEVED), Tally(2000 + MOST_BELIEVED))


def test_noting_leaves_the_earlier_memory_as_it_was() -> None:
    earlier = Memory().note("w-1", "boots", MORNING, SHOWN)
    earlier.note("w-1", "boots", MORNING, SHOWN)

    assert earlier.recall("boots", MORNING, "w-1")[0] == SHOWN


def test_what_was_not_shown_for_longest_is_forgotten_first() -> None:
    full = Memory({"w": {str(number): {"c": SHOWN} for number in range(MOST_OFFERS)}})
    noted = full.note("w", "0", "c", SHOWN).note("w", "new", "c", SHOWN)

    assert len(noted.screens["w"]) == MOST_OFFERS
    assert noted.recall("0", "c", "w")[0] == Tally(2)
    assert noted.recall("1", "c", "w")[0] == Tally()


def test_of_another_screen_only_the_last_of_what_it_tells_is_remembered() -> None:
    told = Memory({"w": {str(number): {"c": SHOWN} for number in range(MOST_SHARED + 2)}})

    assert list(Memory().hear(told, "own").screens["w"]) == [str(number) for number in range(2, MOST_SHARED + 2)]


def test_false_names_fill_no_memory_and_keep_no_true_one_out() -> None:
    memory = Memory().note("own", "boots", MORNING, SHOWN)
    for number in range(3 * MOST_OTHERS):
        memory = memory.hear(Memory({f"false-{number}": {}}), "own")
    memory = memory.hear(Memory().note("true", "mug", MORNING, SHOWN), "own")

    assert len(memory.screens) == 1 + MOST_OTHERS
    assert memory.recall("boots", MORNING, "own")[0] == SHOWN
    assert memory.recall("mug", MORNING, "own")[0] == SHOWN
