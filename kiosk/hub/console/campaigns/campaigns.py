"""The campaigns at the console: the list of them, and room for another."""

from collections.abc import Mapping
from types import MappingProxyType

from fastapi import APIRouter
from msgspec import Struct
from sqlalchemy.orm import Session
from starlette.responses import RedirectResponse, Response

from kiosk.contract.phrase import choose_phrase
from kiosk.hub.console.campaigns.campaign_draft import FIELDS, read_campaign_draft, read_fields
from kiosk.hub.console.desk import Desk, DeskDep
from kiosk.hub.console.form.field_reader import Complaint
from kiosk.hub.domain.attribution.campaign import LONGEST_NAME, begin_campaign, tell_opened
from kiosk.hub.domain.redeem_code import format_code
from kiosk.hub.models.attribution.campaign import CHANNELS, Campaign, is_running, list_campaigns
from kiosk.hub.models.catalogue.offer import list_offers
from kiosk.hub.text.moment import format_day
from kiosk.hub.text.words import choose_words

CAMPAIGNS = "/console/campaigns"
_BLANK: Mapping[str, str] = MappingProxyType(dict.fromkeys(FIELDS, ""))

router = APIRouter(include_in_schema=False)


class CampaignRow(Struct, frozen=True):
    """What the list prints of a campaign."""

    code: str
    said: str
    name: str
    channel: str
    time: str
    opened: str
    is_on: bool


@router.get(CAMPAIGNS)
def show_campaigns(desk: DeskDep) -> Response:
    """Show the store's campaigns, and room for another."""
    return _show(desk, _BLANK)


@router.post(CAMPAIGNS)
def post_campaign(desk: DeskDep) -> Response:
    """Begin a campaign as it is typed, and lead to it; or say what is wrong."""
    texts = read_fields(desk.form)
    with desk.hub.database.write() as session:
        offers = {offer.id for offer in list_offers(session, desk.store.id)}
        draft = read_campaign_draft(texts, offers, desk.store.time_zone)
        begun = None if draft.complaints else begin_campaign(desk.hub, session, desk.store.id, draft.plan).code
    if begun is None:
        return _show(desk, texts, draft.complaints)
    return RedirectResponse(f"{CAMPAIGNS}/{begun}?said=campaign_begun", 303)


def tell_time(desk: Desk, campaign: Campaign) -> str:
    """Since when and until when it runs."""
    words, phrases = choose_words(desk.words["page"]["language"]), desk.words["campaigns"]
    begin = format_day(campaign.begins_at, desk.store.time_zone, words)
    if campaign.ends_at is None:
        return phrases["since"].format(begin=begin)
    return phrases["between"].format(begin=begin, end=format_day(campaign.ends_at, desk.store.time_zone, words))


def tell_state(desk: Desk, campaign: Campaign) -> str:
    """Whether it runs now, not yet or no more, as the phrases name it."""
    now = desk.hub.now()
    if is_running(campaign, now):
        return "running"
    return "planned" if now < campaign.begins_at else "over"


def tell_openings(desk: Desk, session: Session, campaign: Campaign) -> str:
    """How often its link was followed, as far as that is told."""
    count, phrases = tell_opened(session, campaign, desk.hub.now()), desk.words["campaigns"]
    return phrases["opened"].format(count=count) if count else phrases["opened_few"]


def name_targets(desk: Desk, session: Session) -> list[tuple[str, str]]:
    """Where a campaign may lead: to joining, or to an offer."""
    language = desk.words["page"]["language"]
    offers = [(one.id, choose_phrase(one.title, language)) for one in list_offers(session, desk.store.id)]
    return [("", desk.words["campaigns"]["to_join"]), *offers]


def phrase_complaints(desk: Desk, complaints: Mapping[str, Complaint]) -> dict[str, str]:
    """What is wrong, by field."""
    words = desk.words["complaints"]
    return {name: words[one.name].format(most=one.most) for name, one in complaints.items()}


def _show(desk: Desk, texts: Mapping[str, str], complaints: Mapping[str, Complaint] = MappingProxyType({})) -> Response:
    words = desk.words
    with desk.hub.database.read() as session:
        campaigns = [_view(desk, session, one) for one in list_campaigns(session, desk.store.id)]
        offers = name_targets(desk, session)
    values = {
        "campaigns": campaigns,
        "texts": texts,
        "channels": [(one, words["channels"][one]) for one in CHANNELS],
        "offers": offers,
        "longest": LONGEST_NAME,
        "complaints": phrase_complaints(desk, complaints),
    }
    return desk.show("console_campaigns.html", values, 400 if complaints else 200)


def _view(desk: Desk, session: Session, campaign: Campaign) -> CampaignRow:
    phrases = desk.words["campaigns"]
    state = tell_state(desk, campaign)
    return CampaignRow(
        code=campaign.code,
        said=format_code(campaign.code),
        name=campaign.name,
        channel=desk.words["channels"][campaign.channel],
        time=f"{phrases[state]} · {tell_time(desk, campaign)}",
        opened=tell_openings(desk, session, campaign),
        is_on=state == "running",
    )
