from kiosk.hub.sample.coupon import make_sample_coupon
from tests.hub.running import NOW


def test_the_sample_coupon_is_of_the_sample_shops_first_offer() -> None:
    coupon = make_sample_coupon(NOW)

    assert (coupon.side.title, coupon.side.price) == ("Stoneware mug", "€22.90")
    assert coupon.sides["de"].price == "22,90\N{NO-BREAK SPACE}€"
    assert coupon.picture is not None
    assert coupon.picture.is_file()
    assert coupon.until is not None
    assert coupon.until > NOW
