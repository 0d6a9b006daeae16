from kiosk.core.touch.interaction import Interaction


def test_of_a_glass_that_nobody_touched_nobody_asked_anything() -> None:
    asked = Interaction()
    assert (asked.browse, asked.last) == (None, None)
    assert max(asked.larger_until, asked.next_call_at) < 0
