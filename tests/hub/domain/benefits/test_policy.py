import pytest

from kiosk.hub.domain.benefits.policy import tell_unrewarded


@pytest.mark.parametrize(("action", "phrase"), [("like", "likes a page"), ("post", "posts or shares")])
def test_what_is_never_rewarded_says_why(action: str, phrase: str) -> None:
    assert "Meta's platform policy" in tell_unrewarded(action)
    assert phrase in tell_unrewarded(action)


def test_what_may_be_rewarded_has_nothing_against_it() -> None:
    assert tell_unrewarded("gallery") == ""
