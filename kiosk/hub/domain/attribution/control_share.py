"""One control group for each campaign: from two shares of it, whom only one of them holds out could be reckoned out."""

from sqlalchemy.orm import Session

from kiosk.contract.offer import Control
from kiosk.hub.models.catalogue.offer import Offer, list_offers


def has_other_share(session: Session, offer: Offer, control: Control | None) -> bool:
    """Whether another offer of the campaign that `control` names for this offer holds out another share."""
    if control is None:
        return False
    name = control.campaign or offer.id
    others = [(one.id, one.control) for one in list_offers(session, offer.store_id) if one.id != offer.id]
    groups = [(theirs.campaign or other_id, theirs.share) for other_id, theirs in others if theirs]
    return any(theirs == name and share != control.share for theirs, share in groups)
