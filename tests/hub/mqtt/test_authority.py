from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509

from kiosk.errors import FileRefused
from kiosk.hub.mqtt.authority import LIFE, RENEWED, Authority

NOW = datetime(2026, 11, 22, 10, tzinfo=UTC)
HOSTS = ["broker.shop.example", "127.0.0.1"]


def read_certificate(file: Path) -> x509.Certificate:
    return x509.load_pem_x509_certificate(file.read_bytes())


def test_what_it_signs_names_whom_it_vouches_for_and_who_did(tmp_path: Path) -> None:
    assert Authority(tmp_path, NOW).certify("berlin/window-1", "berlin/window-1")
    certificate = read_certificate(tmp_path / "berlin/window-1.pem")

    certificate.verify_directly_issued_by(read_certificate(tmp_path / "ca.pem"))
    assert certificate.subject.rfc4514_string() == "CN=berlin/window-1"


def test_a_server_answers_to_names_and_addresses(tmp_path: Path) -> None:
    Authority(tmp_path, NOW).certify("broker", "broker", HOSTS)
    names = read_certificate(tmp_path / "broker.pem").extensions.get_extension_for_class(x509.SubjectAlternativeName)

    assert names.value.get_values_for_type(x509.DNSName) == ["broker.shop.example"]
    assert [str(one) for one in names.value.get_values_for_type(x509.IPAddress)] == ["127.0.0.1"]


def test_keys_are_for_their_owner_alone(tmp_path: Path) -> None:
    Authority(tmp_path, NOW).certify("hub", "hub")

    assert {file.stat().st_mode & 0o777 for file in tmp_path.glob("*.key")} == {0o600}


def test_what_is_good_is_kept_and_what_ends_soon_is_made_anew(tmp_path: Path) -> None:
    Authority(tmp_path, NOW).certify("hub", "hub")
    early, late = NOW + LIFE - RENEWED, NOW + LIFE - RENEWED + timedelta(days=1)

    assert not Authority(tmp_path, early - timedelta(days=1)).certify("hub", "hub")
    assert Authority(tmp_path, late).certify("hub", "hub")
    read_certificate(tmp_path / "hub.pem").verify_directly_issued_by(read_certificate(tmp_path / "ca.pem"))


@pytest.mark.parametrize("lost", ["ca.pem", "broker.key"])
def test_what_is_lost_has_what_hangs_on_it_made_anew(tmp_path: Path, lost: str) -> None:
    Authority(tmp_path, NOW).certify("broker", "broker", HOSTS)
    (tmp_path / lost).unlink()

    assert Authority(tmp_path, NOW).certify("broker", "broker", HOSTS)
    read_certificate(tmp_path / "broker.pem").verify_directly_issued_by(read_certificate(tmp_path / "ca.pem"))
    assert not Authority(tmp_path, NOW).certify("broker", "broker", HOSTS)


@pytest.mark.parametrize(
    ("name", "hosts"), [("broker", ["new.shop.example"]), ("broker", []), ("another", HOSTS)], ids=str
)
def test_what_says_something_else_is_made_anew(tmp_path: Path, name: str, hosts: list[str]) -> None:
    Authority(tmp_path, NOW).certify("broker", "broker", HOSTS)

    assert Authority(tmp_path, NOW).certify(name, "broker", hosts)


def test_a_certificate_of_another_key_is_made_anew(tmp_path: Path) -> None:
    authority = Authority(tmp_path, NOW)
    for name in ("hub", "gateways"):
        authority.certify(name, name)
    (tmp_path / "gateways.key").replace(tmp_path / "hub.key")

    assert authority.certify("hub", "hub")


@pytest.mark.parametrize(("file", "why"), [("ca.key", "no private key"), ("ca.pem", "no certificate")])
def test_a_damaged_file_is_refused_by_its_name_and_never_replaced(tmp_path: Path, file: str, why: str) -> None:
    Authority(tmp_path, NOW)
    (tmp_path / file).write_text("damaged")

    with pytest.raises(FileRefused, match=f"{file} is {why}"):
        Authority(tmp_path, NOW)
    assert (tmp_path / file).read_text() == "damaged"


def test_an_authority_without_its_key_founds_no_other(tmp_path: Path) -> None:
    Authority(tmp_path, NOW)
    (tmp_path / "ca.key").unlink()

    with pytest.raises(FileRefused, match=r"ca\.key cannot be read"):
        Authority(tmp_path, NOW)


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "hub").write_text("")
    with pytest.raises(FileRefused, match=r"hub/window\.pem cannot be written"):
        Authority(tmp_path, NOW).certify("window", "hub/window")
