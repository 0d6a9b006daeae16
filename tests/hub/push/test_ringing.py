from datetime import timedelta

import pytest

from kiosk.hub.push.push_service import PushService
from kiosk.hub.push.ringing import NotRung, ring
from tests.doubles.push_server import PushServer


def test_a_phone_reads_what_was_meant_for_it_and_a_repeat_under_its_topic_doubles_nothing(
    service: PushService, push_server: PushServer
) -> None:
    phone = push_server.subscribe("phone")
    for _ in range(2):
        ring(service, phone, '{"title": "Grüße"}', "m7")

    assert push_server.rung == {("/phone", "m7"): '{"title": "Grüße"}'.encode()}
    assert push_server.requests == 2


@pytest.mark.parametrize(
    ("status", "is_gone", "is_final"),
    [
        *((404, True, True), (410, True, True), (400, False, True), (403, False, True), (413, False, True)),
        *((429, False, False), (500, False, False), (503, False, False)),
    ],
)
def test_what_a_push_service_refuses_is_told_by_what_to_do_next(
    service: PushService, push_server: PushServer, status: int, *, is_gone: bool, is_final: bool
) -> None:
    push_server.statuses.append(status)
    with pytest.raises(NotRung) as refused:
        ring(service, push_server.subscribe("secret"), "{}", "m7")

    assert (refused.value.is_gone, refused.value.is_final) == (is_gone, is_final)
    assert "secret" not in str(refused.value)


@pytest.mark.parametrize(
    ("header", "after"),
    [
        ("120", timedelta(seconds=120)),
        ("99999", timedelta(days=1)),
        ("1" * 400, None),
        ("Wed, 21 Oct 2026 07:28:00 GMT", None),
        ("-1", None),
    ],
)
def test_a_service_may_ask_to_be_left_alone(
    service: PushService, push_server: PushServer, header: str, after: timedelta | None
) -> None:
    push_server.statuses.append(429)
    push_server.headers["Retry-After"] = header
    with pytest.raises(NotRung) as refused:
        ring(service, push_server.subscribe("phone"), "{}", "m7")

    assert refused.value.after == after


def test_wherever_a_service_points_nobody_else_is_asked(service: PushService, push_server: PushServer) -> None:
    push_server.statuses.append(307)
    push_server.headers["Location"] = f"https://{push_server.host}/elsewhere"
    with pytest.raises(NotRung) as refused:
        ring(service, push_server.subscribe("phone"), "{}", "m7")

    assert not refused.value.is_final
    assert push_server.requests == 1


def test_a_service_that_is_away_is_tried_again_later(service: PushService, push_server: PushServer) -> None:
    phone = push_server.subscribe("phone")
    push_server.statuses.append(500)
    monkey = PushServer("127.0.0.1:9")
    with pytest.raises(NotRung, match="no push service took it") as refused:
        ring(service, monkey.subscribe("phone"), "{}", "m7")

    assert not refused.value.is_final
    assert "phone" not in str(refused.value)
    assert phone.endpoint not in str(refused.value)
