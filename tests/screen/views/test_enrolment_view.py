from kiosk.screen.text.enrolling import Sign
from kiosk.screen.views.enrolment_view import EnrolmentView


def test_there_is_a_sign_once_it_is_filled() -> None:
    view, changes = EnrolmentView(), list[str]()
    view.changed.connect(lambda: changes.append("changed"))
    assert not view.property("shown")

    view.fill(Sign("new", "BCDF-GHJK", "approve", "hub.example", "neu"))

    names = ("shown", "title", "code", "line", "where", "aside")
    assert [view.property(name) for name in names] == [True, "new", "BCDF-GHJK", "approve", "hub.example", "neu"]
    assert changes == ["changed"]


def test_it_gives_the_glass_to_what_plays() -> None:
    view, changes = EnrolmentView(), list[str]()
    view.changed.connect(lambda: changes.append("changed"))

    view.give_room(alone=True)
    view.give_room(alone=False)

    assert not view.property("alone")
    assert changes == ["changed"]
