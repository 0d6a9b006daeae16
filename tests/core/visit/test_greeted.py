from kiosk.core.visit.greeted import GREETED_S, Greeted, add_greeted, find_greeted


def test_who_was_greeted_is_known_for_a_while_by_her_last_greeting() -> None:
    greeted = add_greeted(add_greeted((), Greeted("anna", 0.0)), Greeted("anna", 10.0))

    assert greeted == (Greeted("anna", 10.0),)
    assert [find_greeted(greeted, "anna", at) for at in (10.0, 10.0 + GREETED_S - 1, 10.0 + GREETED_S)] == [
        True,
        True,
        False,
    ]
    assert not find_greeted(greeted, "ben", 10.0)
    assert not find_greeted(greeted, "anna", 80.0, within_s=60.0)


def test_however_many_come_no_more_are_remembered_than_a_door_sees_in_an_hour() -> None:
    greeted: tuple[Greeted, ...] = ()
    for number in range(1000):
        greeted = add_greeted(greeted, Greeted(f"s-{number}", float(number)))

    assert len(greeted) == 256
    assert greeted[-1].who == "s-999"
