from kiosk.doctor.finding import Finding


def test_a_line_says_how_it_is_what_was_seen_and_what_to_do() -> None:
    assert Finding("ok", "broker", "there").write() == "ok    broker    there"
    assert Finding("fail", "disk", "full", "make room").write() == "fail  disk      full: make room"
