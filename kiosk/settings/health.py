"""The settings of what a monitor on this machine is told."""

from typing import Annotated

from msgspec import Meta, Struct

from kiosk.health.address import LISTEN, LISTEN_IN_WORDS, NOBODY


class Health(Struct, frozen=True, forbid_unknown_fields=True):
    """What a monitor on this machine may ask."""

    listen: Annotated[
        str,
        Meta(
            pattern=LISTEN,
            title=LISTEN_IN_WORDS,
            description="Where /healthz and /metrics (Prometheus) are answered, such as unix:/run/vitrine/health.sock.",
        ),
    ] = NOBODY
