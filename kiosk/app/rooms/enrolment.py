"""Makes who has this screen let in, and keeps what the loyalty system says of it then."""

import logging
import os
import random
from collections.abc import Callable

import msgspec

from kiosk.app.clocks import tell_mono
from kiosk.app.files.secrets import check_token_place, keep_token
from kiosk.errors import KioskError
from kiosk.loyalty.admission import Admission, Standing
from kiosk.loyalty.applicant import Applicant
from kiosk.settings import Settings
from kiosk.settings.enrolled import Enrolled, has_name, keep_enrolled

_log = logging.getLogger(__name__)


class AdmissionNotKept(KioskError):
    """The screen is let in, and what it was told of itself cannot be used, or kept; the text says what to do."""


def make_applicant(settings: Settings, tell: Callable[[Standing], None]) -> Applicant:
    """Who asks; `tell` hears how it stands. Slow: it loads the network's modules.

    Raises `KioskError` where a token could not be kept: it is told only once, and would be lost.
    """
    from kiosk.loyalty.enrolment import EnrolmentApi  # noqa: PLC0415 # as said above

    check_token_place(settings.loyalty.token_file)
    api = EnrolmentApi(settings.loyalty.url, settings.loyalty.ca_file)
    return Applicant(
        ask=api.ask,
        keep=lambda admission: keep_admission(settings, admission),
        tell=tell,
        clock=tell_mono,
        chance=random.random,
    )


def keep_admission(settings: Settings, admission: Admission) -> None:
    """Put who the screen is, and then its token, on disk for the next start. Raises `KioskError`."""
    enrolled = _check_names(admission)
    try:
        keep_enrolled(settings.state.dir, enrolled)
    except OSError as error:
        message = (
            f"{settings.state.dir} cannot be written to ({os.strerror(error.errno or 0)}): mend it, or set state.dir"
        )
        raise AdmissionNotKept(message) from error
    keep_token(settings.loyalty.token_file, admission.token)
    if has_name(settings) and (settings.store.id, settings.screen.id) != (enrolled.store, enrolled.screen):
        _log.warning(
            "the loyalty system calls this screen %s of %s: set store.id and screen.id to that, or leave both out",
            enrolled.screen,
            enrolled.store,
        )


def _check_names(admission: Admission) -> Enrolled:
    """A screen without zones is in one of its own name, in which nobody is ever heard."""
    names = {"store": admission.store, "screen": admission.screen, "zones": admission.zones or (admission.screen,)}
    try:
        return msgspec.convert(names, Enrolled)
    except msgspec.ValidationError as error:
        message = (
            "the loyalty system gave this screen a name that no screen can have: up to 64 letters, digits, - _ and ."
        )
        raise AdmissionNotKept(message) from error
