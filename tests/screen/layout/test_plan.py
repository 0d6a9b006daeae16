from kiosk.screen.layout.plan import Plan
from kiosk.screen.theme.look import NOT_FOR_QML


def test_what_qml_does_not_need_of_a_plan_is_named_as_the_plan_names_it() -> None:
    assert set(Plan.__struct_fields__) > NOT_FOR_QML["Plan"]
