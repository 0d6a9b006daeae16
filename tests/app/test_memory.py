import subprocess
import sys

PROGRAM = """
import gc
from kiosk.app.memory import settle_memory
gc.disable()
settle_memory()
print(gc.isenabled(), gc.get_freeze_count() > len(gc.get_objects()))
"""


def test_the_collector_works_again_and_leaves_alone_what_was_there() -> None:
    told = subprocess.run([sys.executable, "-c", PROGRAM], check=True, capture_output=True, text=True).stdout  # noqa: S603 - our own words
    assert told == "True True\n"
