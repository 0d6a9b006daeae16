"""A coupon as the pass that Apple's phones take: to the page's reader, and to the phone that fetches it again."""

from collections.abc import Mapping

from starlette.responses import Response

from kiosk.hub.context import Hub
from kiosk.hub.problem import Problem
from kiosk.hub.wallet.coupon import Coupon
from kiosk.hub.web.links import find_pass_service

_HEADERS = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff", "X-Robots-Tag": "noindex"}


def answer_pass(hub: Hub, coupon: Coupon, headers: Mapping[str, str] | None = None) -> Response:
    """The signed package; raises a 404 `Problem` where the hub signs none."""
    from kiosk.hub.wallet.apple.package import MEDIA_TYPE, build_package  # noqa: PLC0415 # Pillow is slow to load

    signer = hub.settings.wallets.apple
    if signer is None:
        raise Problem(404, "not_found", "This hub signs no passes.")
    package = build_package(coupon, signer, find_pass_service(hub.settings.public_url))
    named = {"Content-Disposition": 'attachment; filename="coupon.pkpass"'}
    return Response(package, headers={**_HEADERS, **named, **(headers or {})}, media_type=MEDIA_TYPE)
