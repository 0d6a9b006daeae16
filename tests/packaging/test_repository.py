"""The signed repository, as a machine's own apt takes it: no network, and no key in anybody's keyring."""

import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest
from builder.tool import BuildStopped, ask_tool

from tests.checks.tree import ROOT
from tests.packaging.packages import make_package

_TOOLS = ("apt-get", "apt-ftparchive", "gpg", "dpkg-deb")
_NOWHERE = [f"Dir::Etc::{name}" for name in ("main", "parts", "preferences", "preferencesparts", "sourceparts")]
pytestmark = pytest.mark.skipif(not all(map(shutil.which, _TOOLS)), reason=f"{', '.join(_TOOLS)} are not installed")


@dataclass(frozen=True)
class Shop:
    """A checkout with packages in `out`, the key that signs them, the repository, and a machine."""

    root: Path

    @property
    def repository(self) -> Path:
        return self.root / "repository"

    def build(self, version: str) -> Path:
        return make_package(self.root / "out", "vitrine-kiosk", version, architecture="amd64")

    def publish(self) -> None:
        ask_tool("sh", str(self.root / "packaging/repository"), str(self.root / "key"), str(self.repository))

    def apt(self, *words: str) -> str:
        """What the machine's apt says, which knows this repository and its key alone."""
        machine = self.root / "machine"
        (machine / "state/lists/partial").mkdir(parents=True, exist_ok=True)
        (machine / "status").touch()
        (machine / "sources.list").write_text(
            f"deb [signed-by={self.repository}/vitrine.asc] file://{self.repository} bookworm main\n"
        )
        places = {
            "Dir::State": "state",
            "Dir::State::status": "status",
            "Dir::Cache": "cache",
            "Dir::Etc::sourcelist": "sources.list",
            **dict.fromkeys(_NOWHERE, "none"),
        }
        options = [f"-o{name}={machine / place}" for name, place in places.items()]
        return ask_tool(
            *words, *options, "-oAPT::Architecture=amd64", "-oAPT::Sandbox::User=root", APT_CONFIG="/dev/null"
        )

    def list_versions(self) -> list[str]:
        self.apt("apt-get", "update", "-oAPT::Update::Error-Mode=any")
        told = self.apt("apt-cache", "madison", "vitrine-kiosk").splitlines()
        return [line.split("|")[1].strip() for line in told]


@pytest.fixture(scope="module")
def key(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A secret key as `gpg` exports it."""
    home = tmp_path_factory.mktemp("gpg")
    home.chmod(0o700)
    make = ("--batch", "--passphrase", "", "--quick-generate-key", "Vitrine <it@shop.example>", "ed25519", "sign", "1d")
    ask_tool("gpg", *make, GNUPGHOME=str(home))
    exported = ask_tool("gpg", "--armor", "--export-secret-keys", GNUPGHOME=str(home))
    ask_tool("gpgconf", "--kill", "all", GNUPGHOME=str(home))
    return exported


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory, key: str) -> Shop:
    """It published two versions for Debian 12, one after the other, and one for Debian 13."""
    root = tmp_path_factory.mktemp("shop")
    for name in ("packaging", "out"):
        (root / name).mkdir()
    shutil.copy(ROOT / "packaging/repository", root / "packaging")
    (root / "key").write_text(key)
    shop = Shop(root)
    for version in ("1.0+deb12", "1.1+deb12"):
        built = shop.build(version)
        shop.publish()
        built.unlink()
    shop.build("1.1+deb13")
    shop.publish()
    return shop


@pytest.fixture
def changed(shop: Shop, tmp_path: Path) -> Shop:
    """A copy, for somebody to lay hands on, and an `out` with a new version."""
    for name in ("repository", "packaging"):
        shutil.copytree(shop.root / name, tmp_path / name)
    shutil.copy(shop.root / "key", tmp_path)
    (tmp_path / "out").mkdir()
    copy = Shop(tmp_path)
    copy.build("1.2+deb12")
    return copy


def test_a_machine_sees_its_releases_versions_and_what_was_before(shop: Shop) -> None:
    assert shop.list_versions() == ["1.1+deb12", "1.0+deb12"]
    assert "Suites: trixie\n" in (shop.repository / "vitrine-trixie.sources").read_text()


def test_it_is_of_the_origin_that_machines_upgrade_from(shop: Shop) -> None:
    lines = (shop.repository / "dists/bookworm/InRelease").read_text().splitlines()

    assert {"Origin: Vitrine", "Label: Vitrine", "Codename: bookworm"} <= set(lines)


def test_a_list_that_somebody_changed_is_not_taken(changed: Shop) -> None:
    signed = changed.repository / "dists/bookworm/InRelease"
    signed.write_text(signed.read_text().replace("Label: Vitrine", "Label: Vitrino"))

    with pytest.raises(BuildStopped):
        changed.list_versions()


def test_a_package_that_somebody_changed_is_not_taken(changed: Shop) -> None:
    changed.list_versions()
    with (changed.repository / "pool/bookworm/vitrine-kiosk_1.1+deb12_amd64.deb").open("ab") as file:
        file.write(b"more")

    with pytest.raises(BuildStopped):
        changed.apt("apt-get", "download", "vitrine-kiosk")


def test_what_nobody_laid_hands_on_is_added_to(changed: Shop) -> None:
    changed.publish()

    assert changed.list_versions()[0] == "1.2+deb12"
    assert "\nValid-Until: " in (changed.repository / "dists/bookworm/InRelease").read_text()


@pytest.mark.parametrize(
    ("file", "why"),
    [
        ("pool/bookworm/evil_9_amd64.deb", "evil_9_amd64.deb is not from out/"),
        ("pool/bookworm/vitrine-kiosk_1.1+deb12_amd64.deb", "a package was changed"),
        ("dists/bookworm/main/binary-amd64/Packages", "Packages was changed"),
        ("dists/bookworm/InRelease", "InRelease is not signed by this key"),
        ("out/vitrine-kiosk_1.3+deb12_amd64.deb", "a package cannot be read"),
    ],
)
def test_what_somebody_laid_hands_on_is_not_signed(
    changed: Shop, file: str, why: str, capsys: pytest.CaptureFixture[str]
) -> None:
    signed = changed.repository / "dists/bookworm/InRelease"
    (changed.root if file.startswith("out") else changed.repository).joinpath(file).write_bytes(b"other")
    before = signed.read_bytes()

    with pytest.raises(BuildStopped):
        changed.publish()
    assert why in capsys.readouterr().err
    assert signed.read_bytes() == before


def test_no_secret_is_left_in_the_repository(shop: Shop) -> None:
    files = [file for file in shop.repository.rglob("*") if file.is_file()]

    assert [file.name for file in files if b"PRIVATE KEY" in file.read_bytes()] == []


def test_without_a_key_nothing_is_published(shop: Shop) -> None:
    told = subprocess.run(  # noqa: S603 # our own script
        ["sh", str(shop.root / "packaging/repository")],  # noqa: S607 # wherever the shell is
        capture_output=True,
        text=True,
        check=False,
    )

    assert told.returncode == 2
    assert "KEYFILE" in told.stdout
