import subprocess
import sys

SETTLE = """
import gc
from kiosk.app.memory import settle_memory
gc.disable()
settle_memory()
print(gc.isenabled(), gc.get_freeze_count() > len(gc.get_objects()))
"""

GARBAGE = """
import gc, weakref
from kiosk.app.memory import settle_memory
gc.disable()
class Knot: pass
knot = Knot()
knot.itself = knot
left = weakref.ref(knot)
del knot
settle_memory()
print(left())
"""

TRIM = """
from pathlib import Path
from kiosk.app.memory import trim_memory
def count_pages():
    return int(Path("/proc/self/statm").read_text().split()[1])
chunks = [b"x" * size for size in [100_000] * 500]
last = chunks.pop()  # as long as it is there, the memory before it does not go back by itself
chunks.clear()
before = count_pages()
trim_memory()
print(before - count_pages() > 10_000)
"""

GIVE_BACK = """
import gc
from pathlib import Path
from kiosk.app.memory import settle_memory
def count_pages():
    return int(Path("/proc/self/statm").read_text().split()[1])
del [bytearray(30_000_000)][0]  # a large block once freed: glibc now keeps what is smaller
settle_memory()
picture, last = bytearray(b"x" * 8_000_000), bytearray(500_000)
before = count_pages()
del picture
print(before - count_pages() > 1_500)
"""


def hear(program: str) -> str:
    """What it prints in a process of its own."""
    return subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True).stdout  # noqa: S603 - our own words


def test_the_collector_works_again_and_leaves_alone_what_was_there() -> None:
    assert hear(SETTLE) == "True True\n"


def test_what_the_start_left_as_garbage_is_not_kept_for_ever() -> None:
    assert hear(GARBAGE) == "None\n"


def test_what_was_given_up_goes_back_to_the_system() -> None:
    assert hear(TRIM) == "True\n"


def test_a_picture_that_is_dropped_goes_back_at_once() -> None:
    assert hear(GIVE_BACK) == "True\n"
