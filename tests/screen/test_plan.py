from kiosk.screen.look import NOT_FOR_QML
from kiosk.screen.plan import Plan


def test_what_qml_does_not_need_of_a_plan_is_named_as_the_plan_names_it() -> None:
    assert set(Plan.__struct_fields__) > NOT_FOR_QML
