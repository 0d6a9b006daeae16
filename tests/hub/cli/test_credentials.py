from argparse import ArgumentParser, Namespace
from pathlib import Path

from kiosk.hub.cli.credentials import CREDENTIALS, fill_in_credentials
from kiosk.hub.cli.serve import add_serve_command
from tests.checks.tree import ROOT

UNIT = ROOT / "packaging/vitrine-hub/files/usr/lib/systemd/system/vitrine-hub.service"


def parse(*words: str) -> Namespace:
    parser = ArgumentParser()
    add_serve_command(parser.add_subparsers())
    return parser.parse_args(["serve", *words])


def test_every_option_that_names_a_secrets_file_has_a_credential() -> None:
    files = {name for name in vars(parse()) if name.endswith("_file")}

    assert set(CREDENTIALS) == files | {"push_key", "chatwoot"}


def test_the_unit_of_the_hub_loads_each_of_them() -> None:
    lines = UNIT.read_text().splitlines()

    assert [line.partition("=")[2] for line in lines if line.startswith("LoadCredential=")] == [*CREDENTIALS.values()]


def test_what_systemd_hands_over_is_as_if_it_were_typed_and_what_is_typed_goes_before_it(tmp_path: Path) -> None:
    for name in ("vitrine-store-key", "vitrine-stripe-key"):
        (tmp_path / name).write_text("")
    arguments = parse("--stripe-key-file", "elsewhere")

    fill_in_credentials(arguments, {"CREDENTIALS_DIRECTORY": str(tmp_path)})

    assert arguments.store_key_file == tmp_path / "vitrine-store-key"
    assert arguments.stripe_key_file == Path("elsewhere")
    assert arguments.mail_password_file is None


def test_without_systemd_nothing_is_looked_for() -> None:
    arguments = parse()

    fill_in_credentials(arguments, {})

    assert arguments == parse()
