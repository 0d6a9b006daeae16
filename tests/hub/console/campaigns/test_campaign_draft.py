import pytest
from starlette.datastructures import FormData

from kiosk.hub.console.campaigns.campaign_draft import read_campaign_draft, read_fields

_GOOD = {"name": " Advents  mail ", "channel": "mail", "offer": "o-mug", "begins_at": "", "ends_at": "2026-12-24T18:00"}
_ZONE = "Europe/Berlin"


def test_what_is_typed_becomes_a_plan() -> None:
    draft = read_campaign_draft(_GOOD, ["o-mug"], _ZONE)

    assert draft.complaints == {}
    assert (draft.plan.name, draft.plan.channel, draft.plan.offer_id) == ("Advents mail", "mail", "o-mug")
    assert draft.plan.begins_at is None
    assert draft.plan.ends_at is not None
    assert draft.plan.ends_at.isoformat() == "2026-12-24T17:00:00+00:00"


@pytest.mark.parametrize(
    ("typed", "field", "complaint"),
    [
        ({"name": " "}, "name", "campaign_name"),
        ({"name": "x" * 61}, "name", "too_long"),
        ({"channel": "radio"}, "channel", "no_channel"),
        ({"offer": "o-lamp"}, "offer", "no_offer"),
        ({"begins_at": "soon"}, "begins_at", "no_time"),
        ({"begins_at": "2026-12-24T18:00"}, "ends_at", "ends_early"),
    ],
)
def test_what_cannot_be_is_told_by_its_field(typed: dict[str, str], field: str, complaint: str) -> None:
    draft = read_campaign_draft({**_GOOD, **typed}, ["o-mug"], _ZONE)

    assert {name: one.name for name, one in draft.complaints.items()} == {field: complaint}


def test_fields_that_are_missing_are_empty() -> None:
    assert read_fields(FormData({"name": "Mail"})) == {**dict.fromkeys(_GOOD, ""), "name": "Mail"}
