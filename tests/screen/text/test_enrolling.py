from kiosk.screen.text.enrolling import Enrolling, Sign, phrase_sign

ADDRESS = "https://hub.example/console/screens/"


def test_the_sign_names_the_code_and_where_it_is_approved_in_the_first_language_and_beside_it_in_the_second() -> None:
    sign = phrase_sign(Enrolling("BCDF-GHJK", ADDRESS), ("de", "en"))

    assert sign == Sign(
        "Dieser Bildschirm ist neu",
        "BCDF-GHJK",
        "Geben Sie diesen Code hier frei",
        "hub.example/console/screens",
        "This screen is new. Approve the code at that address",
    )


def test_a_screen_of_one_language_says_it_once() -> None:
    assert phrase_sign(Enrolling("", ADDRESS), ("en",)) == Sign(
        "This screen is new", "", "It keeps looking for", "hub.example/console/screens", ""
    )


def test_a_screen_that_is_in_names_no_address_any_more() -> None:
    sign = phrase_sign(Enrolling("", ADDRESS, is_in=True), ("en", "de"))

    assert (sign.line, sign.where) == ("Let in. One moment", "")
