"""What Stripe says by a webhook: that something happened to an intent, whose state the hub then asks for itself.

So events may come twice, late, or out of order: none of what they say is believed but whom they are about.
Source: https://docs.stripe.com/webhooks.
"""

import msgspec
import stripe
from msgspec import Struct

from kiosk.contract.json_flaws import JSON_FLAWS
from kiosk.hub.problem import Problem


class _Intent(Struct, frozen=True):
    id: str
    object: str = ""
    metadata: dict[str, str] = {}


class _Data(Struct, frozen=True):
    object: _Intent


class _Event(Struct, frozen=True):
    data: _Data


def read_bell(secret: str, signature: str, body: bytes) -> str | None:
    """The hub's own name for the charge or the means of payment that it is about; `None`: nothing of the hub's.

    Raises a `Problem`: 401 for what Stripe did not sign just now, and 400 for what is no event.
    """
    try:
        stripe.WebhookSignature.verify_header(  # pyright: ignore[reportUnknownMemberType] (its tolerance has no type)
            body.decode(), signature, secret, stripe.Webhook.DEFAULT_TOLERANCE
        )
        event = msgspec.json.decode(body, type=_Event)
    except stripe.SignatureVerificationError as error:
        raise Problem(401, "signature_invalid", "Stripe did not sign this, or long ago.") from error
    except JSON_FLAWS as error:
        raise Problem(400, "malformed", "The body is no event.") from error
    return event.data.object.metadata.get("vitrine")
