from kiosk.core.touch.browse import Browse
from kiosk.core.touch.interaction import Interaction, note_presence


def test_whoever_browses_was_there_at_her_last_sign_and_nobody_was_where_nobody_does() -> None:
    assert note_presence(Interaction(Browse("mug", "de", 1.0)), 3.0) == Interaction(Browse("mug", "de", 3.0))
    assert note_presence(Interaction(), 3.0) == Interaction()
