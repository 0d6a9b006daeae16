from kiosk.screen.gallery.samples import SAMPLES, SampleShop


def test_the_sample_shop_has_a_picture_in_both_orientations_for_each_offer(shop: SampleShop) -> None:
    offers = [shop.make_offer(sample) for sample in SAMPLES]
    assert all(offer.image and offer.image_portrait for offer in offers)
    assert all(offer.image and shop.find_file(offer.image) for offer in offers)
