from pathlib import Path

from PySide6.QtGui import QGuiApplication, QImage

from kiosk.screen.gallery import SAMPLES, Gallery


def test_the_sample_shop_has_a_picture_in_both_orientations_for_each_offer(gallery: Gallery) -> None:
    offers = [gallery.make_offer(sample) for sample in SAMPLES]
    assert all(offer.image and offer.image_portrait for offer in offers)
    assert all(offer.image and gallery.find_file(offer.image) for offer in offers)


def test_a_picture_of_each_scene_is_written(application: QGuiApplication, tmp_path: Path) -> None:
    Gallery(tmp_path).render(application, "portrait", ("de",), samples=1)
    written = sorted(path.stem for path in tmp_path.iterdir())
    assert written == [
        "portrait-de-attract-mug",
        "portrait-de-hint",
        "portrait-de-offering-mug",
        "portrait-de-saved",
        "portrait-de-saved-again",
        "portrait-de-saved-claim",
        "portrait-de-still",
    ]
    assert QImage(str(tmp_path / "portrait-de-still.png")).width() == 1080
