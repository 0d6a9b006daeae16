"""What all that is done at the store's Chatwoot needs: the hub, and a way to ask there."""

from msgspec import Struct

from kiosk.hub.chatwoot.client import Client
from kiosk.hub.context import Hub


class Desk(Struct, frozen=True):
    """Both of them."""

    hub: Hub
    client: Client
