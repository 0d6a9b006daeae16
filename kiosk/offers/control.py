"""Who is held out from an offer, so that its effect can be told from what would have happened anyway."""

from kiosk.contract.offer import Offer

_BYTES = 6
_DRAWS = 2.0 ** (8 * _BYTES)
"""A float tells so many draws apart."""


def is_held_out(offer: Offer, shopper: str, salt: str) -> bool:
    """Whether this shopper (her pseudonym) is in the offer's control group: the same at every screen, at any time.

    It is a draw by hash that nobody has to remember. So an evaluation tells by the same function who was held out.
    `salt` holds where the offer brings none of its own.
    """
    control = offer.control
    if control is None:
        return False
    from hashlib import sha256  # noqa: PLC0415 # it loads OpenSSL, for which the first picture must not wait

    own_salt = salt if control.salt is None else control.salt
    subject = "\0".join((own_salt, control.campaign or offer.id, shopper))
    drawn = int.from_bytes(sha256(subject.encode()).digest()[:_BYTES])
    return drawn < control.share * _DRAWS
