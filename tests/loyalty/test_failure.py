from kiosk.loyalty.failure import ApiFailed, Flaw, MediaRefused, Trouble


def test_a_failure_carries_its_code_as_plain_text() -> None:
    failure = ApiFailed(Trouble.UNREACHABLE, after=3, everyone=True)
    assert (failure.code, type(failure.code), failure.after, failure.everyone) == ("unreachable", str, 3, True)


def test_a_refusal_carries_the_flaw() -> None:
    assert MediaRefused(Flaw.WRONG_BYTES).flaw is Flaw.WRONG_BYTES
