from kiosk.hub.wallet.coupon import Coupon


def test_a_coupon_is_printed_in_the_language_that_it_was_kept_in(coupon: Coupon) -> None:
    assert coupon.side.title == "Steinzeugbecher"


def test_a_coupon_that_slips_into_a_log_says_nothing(coupon: Coupon) -> None:
    assert repr(coupon) == "Coupon(...)"
