"""The commands for passes of Apple Wallet: `kiosk hub pass doctor` and `try`."""

import os
from argparse import (
    ArgumentParser,
    Namespace,
    RawDescriptionHelpFormatter,
    _SubParsersAction,  # pyright: ignore[reportPrivateUsage] (argparse has no public name for it)
)
from pathlib import Path

from kiosk.errors import FileRefused
from kiosk.hub.cli.command import say
from kiosk.hub.cli.guide import WALLETS
from kiosk.hub.cli.wallet_options import add_apple_options, read_apple
from kiosk.hub.context import read_clock
from kiosk.hub.sample.coupon import make_sample_coupon
from kiosk.hub.wallet.apple.try_signer import make_try_signer
from kiosk.hub.wallet.doctor.archive import MOST_BYTES
from kiosk.hub.wallet.doctor.examination import examine_pass

_SAMPLE_FILE = Path("try.pkpass")


def add_pass_commands(commands: "_SubParsersAction[ArgumentParser]") -> None:
    """Add `pass` and its commands; each sets `run`, as `add_hub_commands` says."""
    wallet_pass = commands.add_parser(
        "pass",
        help="passes of Apple Wallet: why one would not install, and one to try",
        description=WALLETS,
        formatter_class=RawDescriptionHelpFormatter,
    )
    verbs = wallet_pass.add_subparsers(required=True, metavar="COMMAND")
    doctor = verbs.add_parser("doctor", help="say why a pass would not install, and what to do")
    doctor.add_argument("file", metavar="FILE", type=Path, help="the pass, a .pkpass")
    doctor.set_defaults(run=_examine)
    trial = verbs.add_parser("try", help="write a sample pass")
    trial.add_argument("--out", metavar="FILE", type=Path, default=_SAMPLE_FILE, help="where to (default: %(default)s)")
    add_apple_options(trial)
    trial.set_defaults(run=_write_sample)


def _examine(arguments: Namespace) -> int:
    try:
        with arguments.file.open("rb") as file:
            package = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise _refuse(arguments.file, "read", error) from error
    findings = examine_pass(package, read_clock())
    for finding in findings:
        say(f"{'wrong ' if finding.is_fatal else 'advice'}  {finding.text}")
    is_wrong = any(finding.is_fatal for finding in findings)
    say("No phone would install it." if is_wrong else "Nothing was found that would keep a phone from installing it.")
    return int(is_wrong)


def _write_sample(arguments: Namespace) -> int:
    from kiosk.hub.wallet.apple.package import build_package  # noqa: PLC0415 # Pillow is slow to load

    now = read_clock()
    own = read_apple(arguments, now)
    package = build_package(make_sample_coupon(now), own or make_try_signer(now))
    try:
        arguments.out.write_bytes(package)
    except OSError as error:
        raise _refuse(arguments.out, "written", error) from error
    if own:
        say(f"{arguments.out} is signed for {own.pass_type}: send it to an iPhone, by mail for example.")
    else:
        say(f"{arguments.out} is signed by a test authority of this program: no phone will take it.")
    return 0


def _refuse(file: Path, what: str, error: OSError) -> FileRefused:
    return FileRefused(f"{file} cannot be {what} ({os.strerror(error.errno or 0)}): name another file")
