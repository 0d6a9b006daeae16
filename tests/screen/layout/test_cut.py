import pytest
from PySide6.QtCore import QPointF, QRect, QSize

from kiosk.screen.layout.cut import PRODUCT, find_cut, find_product, wants_upright

WINDOW = QSize(600, 800)


@pytest.mark.parametrize(
    ("cover", "middle"), [(QSize(1422, 800), 0.7), (QSize(600, 1067), 0.41), (QSize(800, 800), 0.7)]
)
def test_a_window_cuts_around_the_product_and_never_beyond_the_picture(cover: QSize, middle: float) -> None:
    cut = find_cut(cover, WINDOW, PRODUCT[cover.height() > cover.width()])
    assert cut.size() == WINDOW
    assert QRect(0, 0, cover.width(), cover.height()).contains(cut)
    along = (cut.center().x() / cover.width()) if cover.width() > cut.width() else cut.center().y() / cover.height()
    assert along == pytest.approx(middle, abs=0.1)


@pytest.mark.parametrize(("size", "upright"), [((600, 800), True), ((800, 820), False), ((800, 600), False)])
def test_a_window_that_is_clearly_higher_than_wide_takes_an_upright_picture(
    size: tuple[int, int], *, upright: bool
) -> None:
    assert wants_upright(QRect(0, 0, *size)) is upright


@pytest.mark.parametrize(
    ("window", "product"),
    [
        (QRect(1000, 0, 640, 360), QPointF(1448, 180)),  # the whole of a lying picture
        (QRect(100, 100, 900, 1600), QPointF(550, 756)),  # the whole of an upright one
        (QRect(0, 400, 1080, 900), QPointF(540, 850)),  # a lying one, cut around its product
    ],
)
def test_the_print_is_the_largest_square_around_the_place_where_the_product_stands(
    window: QRect, product: QPointF
) -> None:
    square = find_product(window)
    assert square.width() == square.height() == min(window.width(), window.height())
    assert window.toRectF().contains(square)
    assert square.contains(product)
    assert abs(square.center().x() - product.x()) < square.width() * 0.15
    assert abs(square.center().y() - product.y()) < square.height() * 0.15
