"""How the console's pages are rendered: their templates, and the headers that keep them private."""

from collections.abc import Mapping
from types import MappingProxyType

from fastapi import Request
from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined
from starlette.responses import HTMLResponse

from kiosk.hub.console.words import Words, choose_console_words
from kiosk.hub.text.words import choose_words
from kiosk.hub.web.page import read_language, state_policy

AREAS = ("screens", "tablet", "inbox", "themes", "loop", "offers", "articles", "members", "notice", "reports")
"""What stands in the bar of every page, by address and phrase."""
_WITHIN = MappingProxyType(
    {
        "groups": "screens",
        "labels": "screens",
        "door": "screens",
        "calls": "tablet",
        "mails": "inbox",
        "campaigns": "reports",
    }
)
"""In which of them pages of other addresses lie."""
LANGUAGE_COOKIE = "vitrine_language"
_POLICY = (
    "default-src 'none'; {scripts}; connect-src 'self'; img-src 'self'; "
    "media-src 'self'; style-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_WITH_CAMERA = frozenset({"tablet.html", "tablet_gate.html", "tablet_pickups.html"})
_HEADERS = {
    "Referrer-Policy": "same-origin",
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "X-Robots-Tag": "noindex",
}
_TEMPLATES = Environment(
    loader=ChoiceLoader([PackageLoader("kiosk.hub.console"), PackageLoader("kiosk.hub")]),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


def read_wishes(request: Request) -> tuple[str | None, ...]:
    """The languages that the reader wants, the dearest first."""
    return (request.query_params.get("lang"), request.cookies.get(LANGUAGE_COOKIE), read_language(request))


def render_console(
    request: Request,
    template: str,
    values: Mapping[str, object],
    status: int = 200,
    headers: Mapping[str, str] | None = None,
) -> HTMLResponse:
    """The template as a page in the reader's language; whatever it prints is escaped.

    Templates read `words`, and `tag_words` for what the shoppers' pages say, too.
    """
    words = choose_console_words(*read_wishes(request))
    language = words["page"]["language"]
    facts = {
        "words": words,
        "tag_words": choose_words(language),
        "language_link": request.url.include_query_params(lang=words["page"]["other_language"]).query,
        "path": request.url.path,
        "area": _find_area(request.url.path),
        "areas": AREAS,
    }
    text = _TEMPLATES.get_template(template).render({**facts, **values})
    policy = state_policy(_POLICY, reads_codes=template in _WITH_CAMERA)
    response = HTMLResponse(text, status, {**(headers or {}), **_HEADERS, **policy})
    if request.query_params.get("lang") == language:
        response.set_cookie(LANGUAGE_COOKIE, language, max_age=31_536_000, path="/console", samesite="lax")
    return response


def _find_area(path: str) -> str:
    place = path.removeprefix("/console/").partition("/")[0]
    return _WITHIN.get(place, place)


def get_words(request: Request) -> Words:
    """The phrases in the reader's language."""
    return choose_console_words(*read_wishes(request))
