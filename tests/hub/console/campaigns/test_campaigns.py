from datetime import timedelta

from kiosk.hub.models.attribution.campaign import find_campaign
from tests.hub.console.clerk import Clerk

CAMPAIGNS = "/console/campaigns"


def begin(clerk: Clerk, **fields: str) -> str:
    """Begin a campaign as she types it; its code."""
    typed = {"name": "Adventsmail", "channel": "mail", "offer": "o-mug", **fields}
    page = clerk.fill_in(CAMPAIGNS, typed)
    assert "Die Kampagne ist angelegt." in page.text
    return page.url.rpartition("/")[2].partition("?")[0]


def test_a_manager_begins_a_campaign_and_finds_it_in_the_list(mara: Clerk) -> None:
    code = begin(mara, name="Advents <b>mail</b>")
    page = mara.open(CAMPAIGNS).text

    assert "Advents &lt;b&gt;mail&lt;/b&gt;" in page
    assert f"E-Mail · {code[:4]} {code[4:]}" in page
    assert "Läuft · seit 22. November 2026" in page
    assert "noch zu selten geöffnet" in page
    with mara.running.hub.database.read() as session:
        campaign = find_campaign(session, code)
        assert campaign is not None
        assert (campaign.name, campaign.channel, campaign.offer_id) == ("Advents <b>mail</b>", "mail", "o-mug")


def test_what_is_planned_and_what_is_over_says_so(mara: Clerk) -> None:
    begin(mara, begins_at="2026-11-25T09:00", ends_at="2026-11-29T18:00")
    assert "Geplant · 25. November 2026 bis 29. November 2026" in mara.open(CAMPAIGNS).text
    mara.running.dial.turn(timedelta(days=40))
    mara.sign_in("mara")

    assert "Vorbei · 25. November 2026 bis 29. November 2026" in mara.open(CAMPAIGNS).text


def test_what_is_wrong_is_told_beside_its_field_and_nothing_typed_is_lost(mara: Clerk) -> None:
    page = mara.fill_in(CAMPAIGNS, {"name": "x" * 61, "channel": "print", "offer": "o-none"})

    assert page.status_code == 400
    for part in (
        "Bis zu 60 Zeichen finden Platz",
        "Dieses Angebot gibt es nicht",
        "x" * 61,
        '<option value="print" selected>',
    ):
        assert part in page.text


def test_staff_has_no_campaigns_and_another_store_its_own(sam: Clerk, otto: Clerk, mara: Clerk) -> None:
    begin(mara)

    assert sam.open(CAMPAIGNS).status_code == 403
    assert "Adventsmail" not in otto.open(CAMPAIGNS).text
