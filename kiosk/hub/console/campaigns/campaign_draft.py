"""What the form of a campaign says, ready to be kept; or, by field, what is wrong with it."""

from collections.abc import Collection, Mapping

from msgspec import Struct
from msgspec.structs import replace
from starlette.datastructures import FormData

from kiosk.hub.console.form.field_reader import Complaint, FieldReader, type_moment
from kiosk.hub.console.form.form import get_text
from kiosk.hub.domain.attribution.campaign import LONGEST_NAME, Plan
from kiosk.hub.models.attribution.campaign import CHANNELS, Campaign, Channel

FIELDS = ("name", "channel", "offer", "begins_at", "ends_at")


class CampaignDraft(Struct, frozen=True):
    """The plan, and by field what keeps it from being one."""

    plan: Plan
    complaints: dict[str, Complaint]


def read_fields(form: FormData) -> dict[str, str]:
    """The form's fields as they were typed."""
    return {name: get_text(form, name) for name in FIELDS}


def read_campaign_draft(texts: Mapping[str, str], offers: Collection[str], time_zone: str) -> CampaignDraft:
    """What is to be kept of it; it may lead to one of these offers, or to none."""
    reader = FieldReader(texts, time_zone)
    name = reader.read_line("name", LONGEST_NAME)
    begins_at, ends_at = reader.read_moment("begins_at"), reader.read_moment("ends_at")
    channel: Channel | None = next((one for one in CHANNELS if one == texts["channel"]), None)
    if name is None:
        reader.complaints.setdefault("name", Complaint("campaign_name", most=LONGEST_NAME))
    if channel is None:
        reader.complaints["channel"] = Complaint("no_channel")
    if texts["offer"] and texts["offer"] not in offers:
        reader.complaints["offer"] = Complaint("no_offer")
    if begins_at and ends_at and ends_at <= begins_at:
        reader.complaints["ends_at"] = Complaint("ends_early")
    plan = Plan(name or "", channel or CHANNELS[0], texts["offer"] or None, begins_at, ends_at)
    return CampaignDraft(plan, reader.complaints)


def type_campaign(campaign: Campaign, time_zone: str) -> dict[str, str]:
    """What the form says of it as it is kept."""
    return {
        "name": campaign.name,
        "channel": campaign.channel,
        "offer": campaign.offer_id or "",
        "begins_at": type_moment(campaign.begins_at, time_zone),
        "ends_at": type_moment(campaign.ends_at, time_zone),
    }


def read_changed_draft(
    texts: Mapping[str, str], campaign: Campaign, offers: Collection[str], time_zone: str
) -> CampaignDraft:
    """What it is to become: its channel stays, and so do times that are typed as they are kept, to the second."""
    kept = type_campaign(campaign, time_zone)
    begins_at = texts["begins_at"] or kept["begins_at"]
    draft = read_campaign_draft({**texts, "channel": kept["channel"], "begins_at": begins_at}, offers, time_zone)
    plan = replace(
        draft.plan,
        begins_at=campaign.begins_at if begins_at == kept["begins_at"] else draft.plan.begins_at,
        ends_at=campaign.ends_at if texts["ends_at"] == kept["ends_at"] else draft.plan.ends_at,
    )
    return CampaignDraft(plan, draft.complaints)
