"""Finds what is wrong between the hub and a Chatwoot, in sentences that say what to do."""

from collections.abc import Iterator

from kiosk.hub.chatwoot.account import Chatwoot
from kiosk.hub.chatwoot.client import Client
from kiosk.hub.chatwoot.line import MISSING, Declined, NotNow
from kiosk.hub.chatwoot.shapes import Inbox

_NOBODY = "vitrine-check"
"""A contact that there never is."""


def examine(client: Client, chatwoot: Chatwoot, door: str) -> Iterator[str]:
    """What is wrong, one sentence each; `door` is the address at which the hub hears its webhook."""
    try:
        inboxes = client.list_inboxes()
    except (NotNow, Declined) as failure:
        yield _tell_failure(failure)
        return
    found = next((inbox for inbox in inboxes if inbox.inbox_identifier == chatwoot.inbox), None)
    if found is None:
        yield "The token's owner sees no inbox with the identifier `inbox`: it must be one of the kind API."
        return
    yield from _compare(found, chatwoot, door)
    try:
        client.find_contact(_NOBODY)
    except (NotNow, Declined) as failure:
        yield f"No contact can be looked up, for {failure}: where identity validation is asked for, check `hmac_file`."


def _compare(inbox: Inbox, chatwoot: Chatwoot, door: str) -> Iterator[str]:
    if inbox.webhook_url != door:
        yield f"The inbox rings elsewhere: enter {door} as its webhook, or answers come a minute late."
    # Whoever is no administrator there is not told the token.
    if inbox.hmac_token and chatwoot.hmac_token and inbox.hmac_token != chatwoot.hmac_token:
        yield "`hmac_file` holds another token than the inbox has for identity validation."


def _tell_failure(failure: NotNow | Declined) -> str:
    if isinstance(failure, Declined) and failure.status == MISSING:
        return "There is no Chatwoot at `url`, or none with the account of this number: it answered 404."
    return (
        f"It cannot be asked, for {failure}: 401 and 403 mean that `token_file` holds no token for this account, a"
        " private network needs `allow_private = true`, and where nobody answers, `url` is to be checked."
    )
