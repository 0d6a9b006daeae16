"""Checks the loyalty API by asking for the catalogue."""

from kiosk.app.files.secrets import read_token
from kiosk.contract.place import EXIT, Place
from kiosk.doctor.finding import Finding
from kiosk.errors import SettingRefused
from kiosk.loyalty.api import LoyaltyApi
from kiosk.loyalty.failure import ApiFailed, Trouble, WireRefused
from kiosk.loyalty.wire import WireCatalogue, parse_catalogue
from kiosk.settings import Settings
from kiosk.settings.enrolled import awaits_enrolment, recall_enrolled

PART = "api"

_ADVICE = {
    Trouble.UNREACHABLE: "start it, or correct loyalty.url; taps are kept on disk until it is back",
    Trouble.TLS_FAILED: "set loyalty.ca_file to the authority that signed its certificate, and check the clock",
    Trouble.TOKEN_REFUSED: "stop it and run `kiosk enrol --anew`, or set loyalty.token_file to its own token",
}

_OFTEN_S = 100.0
"""A screen that says nothing for two minutes leaves it open who is gone; it asks a tenth later at times."""

_LET_IN = "`kiosk run` shows a code, and `kiosk enrol` says it: approve it at the hub's console"


def check_api(settings: Settings) -> list[Finding]:
    """Whether the API answers, knows this screen, and has offers for it."""
    url = settings.loyalty.url
    try:
        catalogue = _fetch_catalogue(settings)
    except SettingRefused as refusal:
        return [Finding("fail", PART, str(refusal))]
    except ApiFailed as failure:
        return [_tell_failure(settings, failure)]
    except WireRefused:
        return [Finding("fail", PART, f"{url} answers, but not with a catalogue", "correct loyalty.url")]
    if catalogue is None or not (catalogue.offers or catalogue.playlist):
        empty = Finding("warn", PART, f"{url} has nothing for this screen", "enter offers, or a playlist")
        return [empty, *_check_exit(settings, catalogue.place if catalogue else "")]
    return [
        Finding("ok", PART, f"{url}: {len(catalogue.offers)} offers"),
        *(Finding("warn", PART, f"{skipped.id} is left out", skipped.reason) for skipped in catalogue.skipped),
        *_check_exit(settings, catalogue.place),
    ]


def _fetch_catalogue(settings: Settings) -> WireCatalogue | None:
    # Without a token it is asked, too: an address where nobody is has let nobody in.
    token = "" if awaits_enrolment(settings) else read_token(settings.loyalty.token_file)
    api = LoyaltyApi(settings.loyalty.url, token, settings.loyalty.ca_file)
    fetched = api.get_catalogue(settings.store.id, settings.screen.id, None)
    return parse_catalogue(fetched.raw) if fetched else None


def _tell_failure(settings: Settings, failure: ApiFailed) -> Finding:
    url = settings.loyalty.url
    if failure.code == Trouble.TOKEN_REFUSED:
        if awaits_enrolment(settings):
            return Finding("fail", PART, f"{url} has not let this screen in", _LET_IN)
        if misnamed := _find_misnomer(settings):
            return misnamed
    advice = next((advice for trouble, advice in _ADVICE.items() if trouble == failure.code), "ask its operator")
    return Finding("fail", PART, f"{url} gives no offers ({failure.code})", advice)


def _check_exit(settings: Settings, place: Place) -> list[Finding]:
    """At an exit, whether it asks often enough for the loyalty system to be sure of who left."""
    poll_s = settings.loyalty.poll_s
    if place != EXIT or poll_s <= _OFTEN_S:
        return []
    seen = f"this screen stands at an exit and asks every {poll_s:g} s, so it stays unclear who left"
    return [Finding("warn", PART, seen, f"set loyalty.poll_s to {_OFTEN_S:g} or less, at every screen of the store")]


def _find_misnomer(settings: Settings) -> Finding | None:
    """A token is good for the screen that it was given to, by the name that the API knows it by."""
    known = recall_enrolled(settings.state.dir)
    if known is None or (known.store, known.screen) == (settings.store.id, settings.screen.id):
        return None
    seen = f"this screen was let in as {known.screen} of {known.store}"
    return Finding("fail", PART, seen, "set store.id and screen.id to that, or leave both out")
