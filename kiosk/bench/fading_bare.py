"""The smallest Qt Quick program that fades pictures into each other without end, and says each of its frames.

`python -m kiosk.bench.fading_bare PICTURE ...`; all pictures are decoded beforehand.
"""

import sys
from pathlib import Path

from kiosk.bench.bare_window import make_window, open_window
from kiosk.bench.leash import end_with_input


def main(files: list[str]) -> int:
    """Show the pictures until the bench is done."""
    window = make_window(files)
    open_window(window, Path(__file__).with_suffix(".qml"), {"pictures": window.addresses})
    end_with_input()
    return window.application.exec()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
