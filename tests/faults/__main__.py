"""The long form: `python -m tests.faults --taps N --kills N --seed S --report FILE`."""

import argparse
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import msgspec

from tests.faults.backlog import LEAST_A_SECOND, LEAST_OVER_LATE_LINE, drain_backlog, drain_over_late_line
from tests.faults.clocks import jump_clocks
from tests.faults.damage import damage_files
from tests.faults.full_disk import fill_and_free
from tests.faults.hub_kills import kill_hub
from tests.faults.loyalty import open_loyalty
from tests.faults.network import misbehave
from tests.faults.nursery import Nursery
from tests.faults.poison import MOST_STILL_S, mix_in_poison
from tests.faults.random_kills import Siege, kill_at_random
from tests.faults.replacements import fail_replacements
from tests.faults.report import Finding, run_trials
from tests.faults.syscalls import Course, fail_calls, kill_at_calls
from tests.faults.upgrades import upgrade_full_outboxes


def main() -> int:
    args = _parse()
    with tempfile.TemporaryDirectory(prefix="vitrine-faults-", dir=args.dir) as place:
        report = run_trials(args.seed, _list_trials(Path(place), args), _say)
    if args.report:
        args.report.write_bytes(msgspec.json.format(msgspec.json.encode(report)) + b"\n")
    return 0 if report.is_clean else 1


def _list_trials(place: Path, args: argparse.Namespace) -> list[Callable[[], Finding]]:
    seed: int = args.seed
    siege = Siege(args.kills, max(1, args.taps // args.kills), args.minutes * 60)

    def make(name: str) -> Path:
        folder = place / name
        folder.mkdir()
        return folder

    return [
        lambda: _run_course(make("killed"), kill_at_calls),
        lambda: _run_course(make("failed"), fail_calls),
        lambda: fill_and_free(make("full"), args.cycles),
        lambda: fail_replacements(make("replaced"), 1),
        lambda: damage_files(make("damaged"), seed, args.flips),
        lambda: misbehave(make("network"), seed, args.exchanges),
        lambda: jump_clocks(make("clocks"), seed, args.jumps, 40),
        lambda: mix_in_poison(make("poison"), seed, 2000, 1000, MOST_STILL_S),
        lambda: upgrade_full_outboxes(make("upgrades"), 1000),
        lambda: drain_backlog(make("backlog"), args.backlog, min(args.backlog, 20_000), LEAST_A_SECOND),
        lambda: drain_over_late_line(make("late"), 2000, LEAST_OVER_LATE_LINE),
        lambda: kill_hub(make("hub"), seed, args.hub_kills),
        lambda: kill_at_random(make("kills"), seed, siege),
    ]


def _run_course(folder: Path, run: Callable[[Course, int], Finding]) -> Finding:
    with Nursery() as nursery, open_loyalty() as loyalty:
        return run(Course(folder, nursery, loyalty), 1)


def _parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=sys.modules["tests.faults"].__doc__)
    parser.add_argument("--taps", type=int, default=1_000_000, help="of all lives that are killed at random")
    parser.add_argument("--kills", type=int, default=10_000, help="at random moments")
    parser.add_argument("--hub-kills", type=int, default=100, help="of the hub itself, amid taps")
    parser.add_argument("--cycles", type=int, default=100, help="of a disk that is full and has room again")
    parser.add_argument("--flips", type=int, default=1000, help="damaged outboxes")
    parser.add_argument("--exchanges", type=int, default=1000, help="through a network that misbehaves")
    parser.add_argument("--jumps", type=int, default=100, help="lives whose clock jumps")
    parser.add_argument("--backlog", type=int, default=1_000_000, help="rows that wait at a start")
    parser.add_argument("--minutes", type=float, default=120.0, help="after so long no more is killed at random")
    parser.add_argument("--seed", type=int, default=1, help="draws all that chance draws")
    parser.add_argument("--dir", type=Path, help="where the outboxes lie")
    parser.add_argument("--report", type=Path, help="write what came of it into this file, as JSON")
    return parser.parse_args()


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
