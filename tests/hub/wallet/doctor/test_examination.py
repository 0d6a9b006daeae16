import pytest

from kiosk.hub.wallet.apple.package import zip_files
from kiosk.hub.wallet.apple.signer import Signer
from kiosk.hub.wallet.coupon import Coupon
from kiosk.hub.wallet.doctor.archive import MOST_BYTES
from kiosk.hub.wallet.doctor.examination import examine_pass
from tests.hub.running import NOW
from tests.hub.wallet.doctor.packages import Files, change_content, list_findings, make_files, sign_files


@pytest.fixture
def files(coupon: Coupon, signer: Signer) -> Files:
    """A good pass, unsigned."""
    return make_files(coupon, signer)


def test_what_the_hub_builds_is_good_but_that_a_test_authority_signed_it(files: Files, signer: Signer) -> None:
    signed = sign_files(files, signer)

    assert list_findings(signed) == []
    assert [finding.is_fatal for finding in examine_pass(zip_files(signed), NOW)] == [True]


def test_all_that_is_wrong_is_said_at_once(files: Files, signer: Signer) -> None:
    changed = change_content(files, description=None, teamIdentifier="OTHER")
    del changed["icon.png"]
    found = list_findings({**sign_files(changed, signer), ".DS_Store": b""})

    assert [text.split()[0] for text in found] == ["description", "icon.png", ".DS_Store", "teamIdentifier"]


@pytest.mark.parametrize("name", ["pass.json", "manifest.json", "signature"])
def test_a_file_that_is_missing_is_said(name: str, files: Files, signer: Signer) -> None:
    signed = sign_files(files, signer)
    del signed[name]

    assert f"{name} is missing: let your builder write it, at the top of the archive." in list_findings(signed)


def test_a_pass_in_a_folder_is_said_and_nothing_else(files: Files, signer: Signer) -> None:
    wrapped = {f"Shop.pass/{name}": content for name, content in sign_files(files, signer).items()}

    assert list_findings(wrapped) == ["All lies in the folder Shop.pass: zip the files in it, and not the folder."]


def test_a_content_that_is_none_is_said(files: Files, signer: Signer) -> None:
    broken = sign_files({**files, "pass.json": b"{,}"}, signer)

    assert "pass.json is no JSON object in UTF-8: look for a comma too many, or a quote too few." in list_findings(
        broken
    )


def test_there_is_an_end_to_what_is_said(files: Files, signer: Signer) -> None:
    hostile = change_content(files, barcodes=[{}] * 1000)

    assert len(list_findings(sign_files(hostile, signer))) == 100


@pytest.mark.parametrize(
    ("package", "says"), [(b"no zip", "no readable zip archive"), (bytes(MOST_BYTES + 1), "has more than 20 MB")]
)
def test_what_is_no_package_is_said(package: bytes, says: str) -> None:
    (found,) = examine_pass(package, NOW)

    assert says in found.text


def test_however_a_signature_is_damaged_the_doctor_does_not_stumble(files: Files, signer: Signer) -> None:
    signed = sign_files(files, signer)
    der = signed["signature"]
    for place in range(0, len(der), 13):
        for broken in (der[:place], der[:place] + bytes([der[place] ^ 0xFF]) + der[place + 1 :]):
            assert examine_pass(zip_files({**signed, "signature": broken}), NOW)
