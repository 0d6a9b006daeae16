import msgspec
import pytest

from kiosk.contract.bookmark import BookmarkAnswer, StampCount


def test_the_example_of_the_contract_is_an_answer() -> None:
    wire = b'{"id": "019", "member": "known", "conversation": {"id": "c_1", "url": "https://a"}, "claim_url": null}'
    answer = msgspec.json.decode(wire, type=BookmarkAnswer)
    assert answer.conversation is not None
    assert (answer.member, answer.conversation.id, answer.claim_url) == ("known", "c_1", None)


def test_an_answer_may_say_how_many_stamps_there_are() -> None:
    wire = b'{"id": "019", "member": "known", "stamps": {"have": 2, "of": 3, "where": "unknown members are ignored"}}'
    assert msgspec.json.decode(wire, type=BookmarkAnswer).stamps == StampCount(2, 3)


@pytest.mark.parametrize(
    "wire",
    [
        b'{"id": "", "member": "new"}',
        b'{"id": "%s", "member": "new"}' % (b"x" * 129),
        b'{"id": "a", "member": "%s"}' % (b"x" * 60_000),
        b'{"id": "a", "member": "new", "claim_url": "https://%s"}' % (b"x" * 60_000),
        b'{"id": "a", "member": "new", "conversation": {"id": "%s", "url": "u"}}' % (b"x" * 129),
        b'{"id": "a", "member": "new", "conversation": {"id": "c", "url": "%s"}}' % (b"x" * 2001),
    ],
)
def test_an_answer_without_bounds_is_refused(wire: bytes) -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.json.decode(wire, type=BookmarkAnswer)
