"""`kiosk theme key` and `kiosk theme sign`: vouch for a theme."""

import argparse
import sys
from pathlib import Path

from kiosk.cli.arguments import Subparsers
from kiosk.errors import FileRefused, KioskError
from kiosk.theming.bundle_reader import open_bundle
from kiosk.theming.finding import Finding, ThemeRefused
from kiosk.theming.shelf import EXTRA

KEY_DESCRIPTION = """\
Make an ed25519 key: FILE, which stays with those who make themes, and FILE.pub, which goes to the screens (the setting
theme.signers). OpenSSL reads both."""

SIGN_DESCRIPTION = """\
Sign a theme's folder: writes signature.toml into it, with the hash of every file and the signature of their list. Pack
it afterwards; whatever is changed later needs a new signature."""


def add_key_command(subparsers: Subparsers) -> None:
    """Add the sub-command that makes a key."""
    parser = subparsers.add_parser("key", help="make a key to sign with", description=KEY_DESCRIPTION)
    parser.add_argument("file", type=Path, metavar="FILE", help="the new private key")
    parser.set_defaults(run=make_key_pair)


def add_sign_command(subparsers: Subparsers) -> None:
    """Add the sub-command that signs."""
    parser = subparsers.add_parser("sign", help="vouch for a theme", description=SIGN_DESCRIPTION)
    parser.add_argument("path", type=Path, metavar="PATH", help="the theme's folder")
    parser.add_argument("--key", type=Path, required=True, metavar="FILE", help="the private key")
    parser.set_defaults(run=sign_theme)


def make_key_pair(args: argparse.Namespace) -> int:
    """Write the two files. Raises `FileRefused`."""
    try:
        from kiosk.theming.keys import make_key  # noqa: PLC0415 # cryptography is an extra
    except ModuleNotFoundError as missing:
        raise KioskError(EXTRA) from missing
    sys.stdout.write(f"{args.file}: keep it secret; {make_key(args.file)} goes to the screens\n")
    return 0


def sign_theme(args: argparse.Namespace) -> int:
    """Write the signature into the folder. Raises `FileRefused`."""
    try:
        from kiosk.theming.keys import read_private_key  # noqa: PLC0415 # as above
        from kiosk.theming.signature import FILE, sign_bundle  # noqa: PLC0415 # as above
    except ModuleNotFoundError as missing:
        raise KioskError(EXTRA) from missing
    findings: list[Finding] = []
    bundle = open_bundle(args.path.resolve(), findings)
    if findings:
        raise ThemeRefused(bundle.name, findings)
    if not args.path.is_dir():
        message = f"{args.path.name}: sign the folder, then pack it"
        raise FileRefused(message)
    (args.path / FILE).write_text(sign_bundle(bundle, read_private_key(args.key)), encoding="utf-8")
    sys.stdout.write(f"{args.path / FILE}: signed (files: {len(bundle.files)})\n")
    return 0
