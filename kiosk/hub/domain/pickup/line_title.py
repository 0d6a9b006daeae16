"""What a line of an order is called, in the language of who reads it."""

from sqlalchemy.orm import Session

from kiosk.contract.phrase import choose_phrase
from kiosk.hub.models.catalogue.article import find_article
from kiosk.hub.models.pickup.pickup import PickupLine


def name_line(session: Session, store_id: str, line: PickupLine, language: str) -> str:
    """As the store calls its article in this language, where who sold it called it as the store does; else as that did.

    Of what was weighed, the weight stands behind the title (`domain/settlement/orders.py`).
    """
    article = find_article(session, store_id, line.code)
    titles = article.title if article else {}
    for title in titles.values():
        if line.title == title or line.title.startswith(f"{title}, "):
            return choose_phrase(titles, language) + line.title.removeprefix(title)
    return line.title
