from pathlib import Path

import pytest
from msgspec.structs import replace

from kiosk.errors import FileRefused
from kiosk.theming.bundle import Bundle
from kiosk.theming.finding import ThemeRefused
from kiosk.theming.keys import make_key, read_private_key
from kiosk.theming.signature import FILE, check_signature, sign_bundle

PLAIN = Bundle("dusk", {"theme.toml": b"id = 'dusk'", 'a "quoted" name.txt': b"", "fonts/Gr\u00fc\u00dfe.txt": b"!"})


@pytest.fixture
def public(tmp_path: Path) -> Path:
    return make_key(tmp_path / "shop.key")


@pytest.fixture
def signed(tmp_path: Path, public: Path) -> Bundle:
    assert public.is_file()
    signature = sign_bundle(PLAIN, read_private_key(tmp_path / "shop.key"))
    return change(PLAIN, {FILE: signature.encode()})


def change(bundle: Bundle, files: dict[str, bytes]) -> Bundle:
    return replace(bundle, files={**bundle.files, **files})


def list_reasons(bundle: Bundle, *keys: Path) -> list[str]:
    with pytest.raises(ThemeRefused) as refused:
        check_signature(bundle, keys)
    return [str(finding) for finding in refused.value.findings]


def test_a_theme_is_vouched_for_by_one_of_several_signers(tmp_path: Path, public: Path, signed: Bundle) -> None:
    check_signature(signed, [make_key(tmp_path / "other.key"), public])


def test_the_same_theme_and_key_make_the_same_signature(tmp_path: Path, signed: Bundle) -> None:
    assert sign_bundle(signed, read_private_key(tmp_path / "shop.key")).encode() == signed.files[FILE]


@pytest.mark.parametrize(
    ("files", "why"),
    [
        ({"theme.toml": b"id = 'dawn'"}, "theme.toml: was changed after the theme was signed"),
        ({"more.txt": b""}, "more.txt: was added after the theme was signed"),
    ],
)
def test_what_was_changed_is_named(public: Path, signed: Bundle, files: dict[str, bytes], why: str) -> None:
    assert list_reasons(change(signed, files), public) == [why]


def test_what_was_taken_away_is_named(public: Path, signed: Bundle) -> None:
    files = {name: content for name, content in signed.files.items() if not name.startswith("fonts")}
    assert list_reasons(replace(signed, files=files), public) == [
        "fonts/Gr\u00fc\u00dfe.txt: was signed, but is missing"
    ]


def test_a_stranger_cannot_sign_and_nobody_under_another_name(tmp_path: Path, public: Path, signed: Bundle) -> None:
    why = ["signature.toml: none of the trusted keys made this signature"]
    assert list_reasons(signed, make_key(tmp_path / "other.key")) == why
    assert list_reasons(replace(signed, name="dawn"), public) == why


def test_a_listing_made_to_fit_is_not_what_was_signed(public: Path, signed: Bundle) -> None:
    text = signed.files[FILE].decode()
    forged = change(signed, {FILE: text.replace(text[-20:-10], "0" * 10).encode()})
    assert list_reasons(forged, public) == ["signature.toml: none of the trusted keys made this signature"]


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"[", "signature.toml: not a TOML file"),
        (b"signature = 'ff'\n[files]", "signature.toml: signature: is not allowed; allowed is 128 hex digits"),
        (b"signature = 3", "signature.toml: signature: is not allowed"),
    ],
)
def test_a_broken_signature_is_refused(public: Path, content: bytes, why: str) -> None:
    assert list_reasons(change(PLAIN, {FILE: content}), public)[0].startswith(why)


def test_a_theme_that_nobody_signed_is_refused_in_a_sentence(public: Path) -> None:
    with pytest.raises(FileRefused, match=r"dusk: is not signed .*kiosk theme sign.*pack it again"):
        check_signature(PLAIN, [public])


def test_a_key_that_cannot_be_read_is_no_reason_to_trust(tmp_path: Path, signed: Bundle) -> None:
    with pytest.raises(FileRefused, match="No such file"):
        check_signature(signed, [tmp_path / "none.pub"])
