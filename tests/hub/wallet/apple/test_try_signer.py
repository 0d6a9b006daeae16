from datetime import timedelta

from kiosk.hub.wallet.apple.signer import Signer, is_issued_by
from kiosk.hub.wallet.apple.try_signer import TRY_PASS_TYPE, TRY_TEAM
from tests.hub.running import NOW


def test_the_test_authority_issues_as_apples_does(signer: Signer) -> None:
    assert is_issued_by(signer.certificate, signer.wwdr)
    assert (signer.pass_type, signer.team) == (TRY_PASS_TYPE, TRY_TEAM)


def test_what_it_signs_is_good_for_a_month(signer: Signer) -> None:
    assert signer.certificate.not_valid_before_utc < NOW
    assert signer.certificate.not_valid_after_utc == NOW + timedelta(days=30)
