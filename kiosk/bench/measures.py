"""Every measurement by name: what it measures, how much of it is enough, and what measures it."""

from collections.abc import Callable
from dataclasses import dataclass

from kiosk.bench.decide import measure_decide
from kiosk.bench.effort import Effort
from kiosk.bench.endurance import measure_endurance
from kiosk.bench.idle import measure_idle
from kiosk.bench.latency import measure_latency
from kiosk.bench.loop import measure_loop
from kiosk.bench.memory import measure_memory
from kiosk.bench.report import Report
from kiosk.bench.soak import DAY, measure_soak
from kiosk.bench.start import measure_start
from kiosk.bench.storm import measure_storm
from kiosk.bench.tap import measure_tap
from kiosk.bench.video import measure_video
from kiosk.errors import KioskError
from kiosk.places import tell_missing


@dataclass(frozen=True, slots=True)
class Measure:
    """`run` raises `KioskError` where it cannot measure; `effort` is the usual one, `events` says what it counts.

    `rounds` says what there are so many of. `lesson` explains more of it than the sentence, where there is more. Where
    `binds`, a target that is missed is a failure: such are no ratios, but what holds on any machine. It `is_paced`
    where visits follow each other by the clock, and `has_members` where a hub with that many is measured.
    """

    run: Callable[[Effort], Report]
    sentence: str
    effort: Effort
    events: str
    lesson: str = ""
    rounds: str = "processes of each kind, in turns"
    binds: bool = False
    is_paced: bool = False
    has_members: bool = False


def measure_hub(effort: Effort) -> Report:
    """As the room of that name does; raises `KioskError` where its libraries are missing."""
    try:
        from kiosk.bench.hub.measure import measure_hub as measure  # noqa: PLC0415 # the hub is an extra
    except ModuleNotFoundError as missing:
        raise KioskError(tell_missing(missing, "hub")) from missing
    return measure(effort)


def measure_basket(effort: Effort) -> Report:
    """As the module of that name does; raises `KioskError` where the hub's libraries are missing."""
    try:
        from kiosk.bench.basket import measure_basket as measure  # noqa: PLC0415 # the hub is an extra
    except ModuleNotFoundError as missing:
        raise KioskError(tell_missing(missing, "hub")) from missing
    return measure(effort)


def measure_journeys(effort: Effort) -> Report:
    """As the module of that name does; raises `KioskError` where the hub's libraries are missing."""
    try:
        from kiosk.bench.hub.journeys import measure_journeys as measure  # noqa: PLC0415 # the hub is an extra
    except ModuleNotFoundError as missing:
        raise KioskError(tell_missing(missing, "hub")) from missing
    return measure(effort)


BASKET_LESSON = """\
Fifty lines of one to six pieces, and thirty benefits: as a leaflet has them, most of them for single articles; and as a
riddle, all of them for several pieces of the same departments, of which nobody can be sure in so short a time that
he found the best. The times are the processor's own. Then a member's basket of that size at the hub: from a change
to its new price, on disk, on SQLite, and on PostgreSQL where its server's programs are installed.
"""

HUB_LESSON = """\
Eight screens at once send bookmarks, each as soon as its last one is answered, to the real hub with 10, 100 and
1,000,000 members; every second tap is by a member's card, the others by cards that nobody knows yet. In turns with the
hub the bare framework and driver write the same rows into a database like the smallest hub's: on disk before they
answer, too, but without asking whose the token is, whether the tap came before, or what is left of a budget.

Databases: SQLite always, in files in the temporary folder (about 1 GB for a million members; TMPDIR moves it: a disk
shows more than memory does); PostgreSQL, too, where its server's programs are installed, on a server of the bench's
own. Both keep what they answered for (fsync). The members are made by the database itself, a million in a minute or so.

How long: three to six minutes in all; `--members 10,1000` takes one. What it tells on the way goes to standard error.
"""

SOAK_LESSON = """\
Shoppers come, tap and go, touch the glass, change its language and its text size; its theme changes now and then,
there are emergencies, and some pictures of the loop are none. Each change waits for its frame and no longer. Some
twenty times the broker ends and the card reader is pulled out, and both come back: the screen's own line to a real
broker, and its own reader.
It fails (exit status 1) where memory grows by more than 64 KiB in 1,000 changes (above 32 it says so), where objects of
Python grow by more than 5, of which it names the types, where any object of Qt, thread or open file stays, or where a
change takes longer than 100 ms: leave the machine alone meanwhile.

Loyalty API and outbox take no part in it, and no message comes in and no card is tapped on those lines: shoppers and
taps are the core's alone. What becomes of the rest `tests/stories` and `tests/faults` say. Nor do videos: the
frames that are held of one are more than what may be gathered in 10,000 changes. `kiosk bench video` judges them.
"""

MEASURES = {
    "latency": Measure(
        measure_latency,
        "a gateway's MQTT message to the offer on the glass",
        Effort(3, 60),
        "visits",
        is_paced=True,
    ),
    "tap": Measure(
        measure_tap,
        "a card in the reader's field to the frame that says it is kept",
        Effort(2, 30),
        "taps",
        is_paced=True,
    ),
    "start": Measure(
        measure_start, "the start of the program to the loop's first picture, without network", Effort(1, 15), "starts"
    ),
    "storm": Measure(
        measure_storm,
        "as latency, while foreign devices shout, 10,000 and 40,000 a second",
        Effort(3, 40),
        "visits",
        is_paced=True,
    ),
    "loop": Measure(measure_loop, "the loop's crossfade, frame by frame, and what it costs", Effort(3, 10), "seconds"),
    "video": Measure(
        measure_video, "a loop of pictures and videos, frame by frame, and what it holds", Effort(2, 30), "seconds"
    ),
    "memory": Measure(measure_memory, "memory once every picture was shown", Effort(3, 16), "visits", is_paced=True),
    "idle": Measure(measure_idle, "processor time and wake-ups on a still picture", Effort(3, 10), "seconds"),
    "endurance": Measure(
        measure_endurance, "what very many changes of the loop leave behind", Effort(1, 10_000), "changes"
    ),
    "soak": Measure(
        measure_soak,
        "a day of shoppers, taps and touches in three minutes: what it leaves behind",
        Effort(1, DAY),
        "changes",
        SOAK_LESSON,
        binds=True,
    ),
    "decide": Measure(
        measure_decide, "the choice among 100 to 100,000 offers for one of 100,000 shoppers", Effort(5, 1000), "choices"
    ),
    "basket": Measure(
        measure_basket,
        "the best price of a full basket, by itself and at the hub",
        Effort(2, 100),
        "baskets",
        BASKET_LESSON,
    ),
    "hub": Measure(
        measure_hub,
        "a bookmark at the hub, of eight screens at once and up to 1,000,000 members",
        Effort(3, 50),
        "each screen's taps",
        HUB_LESSON,
        rounds="rounds, in which each has its turn",
        has_members=True,
    ),
    "journeys": Measure(
        measure_journeys,
        "a month of journeys told to a store, of up to 1,000,000 touches",
        Effort(2, 10, members=(1_000, 100_000)),
        "touches of each of its members",
        rounds="tellings of the same month",
        has_members=True,
    ),
}
