from kiosk.hub.wallet.doctor.finding import quote


def test_a_text_from_a_pass_obeys_no_terminal_and_has_an_end() -> None:
    assert quote("icon\x1b[2J\n") == "icon?[2J?"
    assert quote("x" * 60) == "x" * 60
    assert quote("x" * 61) == "x" * 60 + "..."
