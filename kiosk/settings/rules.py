"""What the settings say to the core: the rules of the shop floor."""

from zoneinfo import ZoneInfo

from kiosk.core.night.hours import Night
from kiosk.core.rules import Rules
from kiosk.offers.situation import Policy
from kiosk.settings import Settings


def make_rules(settings: Settings) -> Rules:
    """The core's rules by these settings, whose time zone must be a known one."""
    pacing, offers = settings.pacing, settings.offers
    return Rules(
        store=settings.store.id,
        screen=settings.screen.id,
        zones=frozenset(settings.screen.zones),
        languages=settings.screen.languages,
        time_zone=ZoneInfo(settings.store.time_zone),
        offer_min_s=pacing.offer_min_s,
        offer_max_s=pacing.offer_max_s,
        linger_s=pacing.linger_s,
        saved_s=pacing.saved_s,
        cooldown_s=pacing.cooldown_s,
        hint_s=pacing.hint_s,
        browse_s=pacing.browse_s,
        scanned_s=pacing.scanned_s,
        policy=Policy(offers.contacts_per_day, offers.control_salt, offers.k_anonymity),
        night=Night(settings.night.hours, settings.night.awake_s),
    )
