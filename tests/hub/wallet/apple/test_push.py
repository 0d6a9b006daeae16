import ssl
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.hub.context import read_clock
from kiosk.hub.wallet.apple.push import ApplePush, PushFailed
from kiosk.hub.wallet.apple.signer import Signer
from kiosk.hub.wallet.apple.try_signer import make_try_signer
from tests.doubles.push_service import PushService, run_push_service


@pytest.fixture(scope="module")
def signer() -> Signer:
    """Of today: TLS looks at this machine's own clock."""
    return make_try_signer(read_clock())


@pytest.fixture
def service(signer: Signer, tmp_path: Path) -> Iterator[PushService]:
    with run_push_service(tmp_path, signer) as service:
        yield service


@pytest.fixture
def push(service: PushService, signer: Signer) -> Iterator[ApplePush]:
    push = ApplePush(signer, service.trusted, service.url)
    yield push
    push.close()


def test_a_push_says_nothing_but_whose_passes_changed(push: ApplePush, service: PushService, signer: Signer) -> None:
    assert [push("token-1"), push("token-2")] == [True, True]
    assert service.asked == [(f"/3/device/{token}", signer.pass_type, b"{}") for token in ("token-1", "token-2")]


@pytest.mark.parametrize("status", [410, 400])
def test_a_phone_that_removed_its_passes_is_gone(status: int, push: ApplePush, service: PushService) -> None:
    service.statuses["/3/device/token"] = status

    assert push("token") is False


def test_what_apple_does_not_take_is_said_without_the_token(push: ApplePush, service: PushService) -> None:
    service.statuses["/3/device/token"] = 503

    with pytest.raises(PushFailed, match=r"^Apple's push service answered 503$"):
        push("token")


def test_a_service_that_is_away_or_that_nobody_vouches_for_is_not_told(signer: Signer, service: PushService) -> None:
    strangers = (
        ApplePush(signer, None, service.url),
        ApplePush(signer, ssl.create_default_context(), "https://[::1]:1"),
    )
    for push in strangers:
        with pytest.raises(PushFailed, match="cannot be reached"):
            push("token")
        push.close()
