"""What a member reads of being charged as she leaves: how what she allowed stands, and what she can do."""

from decimal import Decimal
from typing import Literal, TypeAlias

from msgspec import Struct
from sqlalchemy.orm import Session

from kiosk.contract.money import Money
from kiosk.hub.domain.consent.allowance import CHARGE_ON_LEAVING
from kiosk.hub.domain.leaving.mandate import LEAST, find_highest, find_limit, find_mandate
from kiosk.hub.models.members.consent import list_consents
from kiosk.hub.models.members.member import list_kin
from kiosk.hub.models.settlement.mandate import find_last_mandate
from kiosk.hub.pages.basket.basket_request import BasketRequest
from kiosk.hub.pages.basket.paying_view import CardView
from kiosk.hub.payment.means import Keeping
from kiosk.hub.payment.stripe_account import StripeAccount
from kiosk.hub.text.consent_text import LATEST, find_consent_text
from kiosk.hub.text.joining_words import JOINING_WORDS
from kiosk.hub.text.leaving_words import choose_leaving_words
from kiosk.hub.text.member_words import MEMBER_WORDS
from kiosk.hub.text.moment import format_day
from kiosk.hub.text.money import find_mark, format_money

Stage: TypeAlias = Literal["off", "naming", "unclear", "on"]
"""She allows nothing; she is to name a card; nobody knows whether she did; or she did."""


class Typed(Struct, frozen=True):
    """The limit that she typed, and what is wrong with it."""

    most: str = ""
    complaint: str = ""


NOTHING = Typed()


def view_mandate(own: BasketRequest, session: Session, keeping: Keeping | None, typed: Typed) -> dict[str, object]:
    """What the page shows; `keeping` is what the provider just said, `None` where there was nothing to ask or hear."""
    mandate = find_mandate(session, own.get_member(session))
    words = choose_leaving_words(own.words.language)
    stage = find_stage(mandate.state if mandate else "", keeping)
    most = find_limit(own.hub, mandate) if mandate else None
    return {
        "leaving": words,
        "stage": stage,
        "title": words.titles[stage],
        "text": words.texts[stage].format(most=_print(own, most) if most else ""),
        "limit": typed.most or (_type(own, most) if most else ""),
        "complaint": typed.complaint,
        "card": _view_card(own, keeping),
        "is_training": stage == "naming" and mandate is not None and mandate.provider == "training",
        **_view_bounds(own),
        **_view_consent(own, session),
    }


def complain(own: BasketRequest, highest: Money, most: str) -> Typed:
    """What she typed is no limit."""
    words = choose_leaving_words(own.words.language)
    bounds = {"least": Money(LEAST, highest.currency), "most": highest, "example": find_example(highest)}
    return Typed(most, words.most_wrong.format(**{name: _print(own, money) for name, money in bounds.items()}))


def find_example(highest: Money) -> Money:
    """A limit to name as an example: one in the middle, for whoever is told the highest one takes that."""
    return Money(max(LEAST, Decimal(highest.amount // 2)), highest.currency)


def find_stage(state: str, keeping: Keeping | None) -> Stage:
    """How it stands, by what the hub has on record and what the provider just said."""
    if state == "kept":
        return "on"
    if state != "asked":
        return "off"
    return "naming" if keeping is not None and keeping.state == "open" else "unclear"


def _view_card(own: BasketRequest, keeping: Keeping | None) -> CardView | None:
    account = own.hub.settings.payment
    if not isinstance(account, StripeAccount) or keeping is None or keeping.state != "open":
        return None
    return CardView(account.script, account.public_key, keeping.secret)


def _view_bounds(own: BasketRequest) -> dict[str, object]:
    """`is_offered`: the store charges on leaving; who allowed it before takes it back here all the same."""
    highest, words = find_highest(own.hub), choose_leaving_words(own.words.language)
    if highest is None:
        return {"is_offered": False, "hint": ""}
    least = _print(own, Money(LEAST, highest.currency))
    return {"is_offered": True, "hint": words.most_hint.format(least=least, most=_print(own, highest))}


def _view_consent(own: BasketRequest, session: Session) -> dict[str, object]:
    """What she agrees to, or agreed to, word for word; and, once she took it back, what became of that."""
    language, key = own.words.language, own.member_key
    given = next((one for one in list_consents(session, key) if one.purpose == CHARGE_ON_LEAVING), None)
    is_given = given is not None and given.withdrawn_at is None
    version = given.text_version if given and is_given else LATEST
    since = format_day(given.given_at, own.store.time_zone, own.words) if given and is_given else ""
    last = find_last_mandate(session, list_kin(session, key))
    return {
        "consent": find_consent_text(version, CHARGE_ON_LEAVING, language),
        "since": MEMBER_WORDS[language].given.format(day=since) if since else "",
        "wording": JOINING_WORDS[language].version.format(version=version),
        "was_revoked": last is not None and last.state in ("ending", "ended"),
    }


def _print(own: BasketRequest, money: Money) -> str:
    return format_money(money.amount, money.currency, own.words.language)


def _type(own: BasketRequest, money: Money) -> str:
    """As she would type it."""
    return f"{money.amount:.2f}".replace(".", find_mark(own.words.language))
