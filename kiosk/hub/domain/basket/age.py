"""What not everybody may buy: whether somebody of the staff still has to look at her, and who she is to them."""

from datetime import date

from kiosk.hub.domain.redeem_code import make_code
from kiosk.hub.models.basket.basket_line import BasketLine
from kiosk.hub.models.catalogue.article import Article

_LETTERS = 4


def is_to_be_looked_at(line: BasketLine, article: Article) -> bool:
    """Whether nobody saw yet that she is as old as the article asks for today."""
    return article.min_age is not None and (line.approved_age is None or line.approved_age < article.min_age)


def name_asker(member_key: str, day: date) -> str:
    """By what the staff know who waits: her phone shows it, it says nothing of her, and is another one tomorrow."""
    return make_code(f"age:{member_key}:{day}")[:_LETTERS]


def mark_look(line: BasketLine, article: Article) -> str:
    """What tells that which is looked at from what the line becomes meanwhile."""
    return f"{line.code}:{line.count}:{article.min_age}"
