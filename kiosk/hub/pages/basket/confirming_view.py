"""What lies in her basket by a card at a screen: who lets herself be charged as she leaves confirms that it is hers."""

from msgspec import Struct
from sqlalchemy.orm import Session

from kiosk.contract.phrase import choose_phrase
from kiosk.hub.domain.basket.standing import BasketStanding
from kiosk.hub.domain.leaving.mandate import find_mandate
from kiosk.hub.models.members.member import Member
from kiosk.hub.pages.basket.button import name_confirm
from kiosk.hub.text.leaving_words import choose_leaving_words


class ConfirmingView(Struct, frozen=True):
    """What is asked, and the button that says yes."""

    text: str
    do: str
    button: str


def view_confirming(
    session: Session, member: Member, standing: BasketStanding, language: str
) -> dict[str, ConfirmingView | None]:
    """`None` where nothing is to be confirmed."""
    foreign = [one for one in standing.lines if one.line.screen_id is not None]
    if not foreign or find_mandate(session, member) is None:
        return {"confirming": None}
    words = choose_leaving_words(language)
    titles = [choose_phrase(one.article.title, language) if one.article else one.line.code for one in foreign]
    text = words.at_screen.format(titles=", ".join(titles))
    return {"confirming": ConfirmingView(text, name_confirm(standing.shown), words.confirm)}
