"""Fetches answers by mail, as long as the hub serves."""

import logging
from contextlib import AbstractContextManager, nullcontext
from functools import partial

from sqlalchemy.exc import DBAPIError

from kiosk.hub.context import Hub
from kiosk.hub.domain.conversation.mail_reply import Outcome, put_unreadable_aside, take_mail
from kiosk.hub.replies.intake import Intake
from kiosk.hub.replies.mailbox import Mailbox, take_new
from kiosk.poller import Poller

_EVERY_S, _REST_S = 20.0, 60.0
_log = logging.getLogger(__name__)


def keep_replies_taken(hub: Hub) -> AbstractContextManager[object]:
    """Look into the mailbox for as long as this lasts; nothing where there is none."""
    intake = hub.settings.replies
    if intake is None or intake.mailbox is None:
        return nullcontext()
    mailbox = intake.mailbox
    return Poller("replies", lambda: take_replies(hub, intake, mailbox), _REST_S)


def take_replies(hub: Hub, intake: Intake, mailbox: Mailbox) -> float:
    """Take what is new there; the seconds until the next look. Raises `MailboxAway`."""
    take_new(mailbox, partial(take_whatever, hub, intake))
    return _EVERY_S


def take_whatever(hub: Hub, intake: Intake, raw: bytes) -> Outcome:
    """Take a mail as `take_mail` does; one that it stumbles over is put aside. Raises `DBAPIError`: try it again."""
    try:
        outcome = take_mail(hub, intake, raw)
    except DBAPIError:  # it comes again
        raise
    except Exception as error:  # noqa: BLE001 # one mail must not keep the others waiting, whatever is in it
        _log.error("a mail stumbled: %s", type(error).__name__)
        outcome = put_unreadable_aside(hub, raw)
    _log.info("a mail came in: %s", outcome)
    return outcome
