"""The command `kiosk`."""

import sys

from kiosk.cli.main import run_command


def main() -> None:
    """Run what was typed and leave with its exit code."""
    sys.exit(run_command())


if __name__ == "__main__":
    main()
