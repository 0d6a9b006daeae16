"""How every page is rendered: the templates, the language and the headers that keep it private."""

from collections.abc import Collection, Mapping

from fastapi import Request
from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.responses import HTMLResponse, Response

from kiosk.hub.text.words import Words, choose_words

_POLICY = (
    "default-src 'none'; {scripts}; connect-src 'self'; worker-src 'self'; manifest-src 'self'; "
    "img-src 'self'; style-src 'self'; font-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_WITH_CAMERA = frozenset({"basket.html", "card_number.html"})
# `no-referrer` keeps a page's address, which is a secret, out of every other request.
_HEADERS = {
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex",
}
FORGET = {"Clear-Site-Data": '"cache"'}
"""Has a browser forget the pages of who is not signed in any more (W3C, Clear Site Data)."""
_TEMPLATES = Environment(
    loader=PackageLoader("kiosk.hub"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


def render_page(
    template: str,
    words: Words,
    values: Mapping[str, object],
    status: int = 200,
    headers: Mapping[str, str] | None = None,
) -> HTMLResponse:
    """The template as a page; whatever it prints is escaped."""
    text = render_text(template, words, values)
    policy = state_policy(_POLICY, reads_codes=template in _WITH_CAMERA)
    return HTMLResponse(text, status, {**(headers or {}), **_HEADERS, **policy})


def state_policy(policy: str, *, reads_codes: bool) -> Mapping[str, str]:
    """The header of a page that may load what `policy` says, and run our scripts."""
    return {"Content-Security-Policy": policy.format(scripts=allow_scripts(reads_codes=reads_codes))}


def allow_scripts(*, reads_codes: bool) -> str:
    """Which scripts a page may run: our own, and the reader in WebAssembly where it reads codes with the camera."""
    return "script-src 'self' 'wasm-unsafe-eval'" if reads_codes else "script-src 'self'"


def admit(response: Response, script: str, origins: Collection[str]) -> None:
    """Let this page run a script of others, which frames and asks these origins: one that must not be the hub's own.

    A card's number is typed into a frame of the provider's, so that it never comes by here.
    """
    policy = response.headers["Content-Security-Policy"]
    listed = " ".join(origins)
    policy = policy.replace("script-src 'self'", f"script-src 'self' {script}")
    policy = policy.replace("connect-src 'self'", f"connect-src 'self' {listed}")
    response.headers["Content-Security-Policy"] = f"{policy}; frame-src {listed}"


def render_text(template: str, words: Words, values: Mapping[str, object]) -> str:
    """The template as text, for what is no answer itself; whatever it prints is escaped."""
    return _TEMPLATES.get_template(template).render(words=words, **values)


def read_language(request: Request) -> str | None:
    """The language that the reader's browser asks for first."""
    return request.headers.get("accept-language", "")[:2].lower() or None


def choose_page_words(request: Request, *wishes: str | None) -> Words:
    """The phrases in the language of `?lang=`, else the first wish, else the browser's."""
    return choose_words(request.query_params.get("lang"), *wishes, read_language(request))


def link_language(request: Request, words: Words) -> str:
    """The address of this page in the other language."""
    return request.url.include_query_params(lang=words.other_language).query
