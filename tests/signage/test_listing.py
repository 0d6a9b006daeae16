from kiosk.signage.listing import refuse


def test_a_name_is_told_so_that_it_breaks_no_line_and_no_log() -> None:
    assert refuse("a\nb\x1b[31m.jpg", "odd").name == r"a\nb\x1b[31m.jpg"
    assert len(refuse("x" * 500, "long").name) == 80
