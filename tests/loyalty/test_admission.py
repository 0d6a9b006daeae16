from kiosk.loyalty.admission import LETTERS, Admission, Pass, mint_pass


def test_a_code_is_eight_letters_that_make_no_word_and_no_two_are_alike() -> None:
    codes = {mint_pass().code for _ in range(50)}

    assert len(codes) == 50
    assert {len(code) for code in codes} == {9}
    assert {letter for code in codes for letter in code} <= {*LETTERS, "-"}
    assert not {*"AEIOU018"} & {*LETTERS}


def test_a_secret_is_long_enough_for_the_hub_and_in_no_text() -> None:
    made = mint_pass()

    assert len(made.secret) >= 32
    assert made.secret not in repr(made)
    assert "word" not in repr((Admission("word", "s", "x", ()), Pass("c", "word")))
