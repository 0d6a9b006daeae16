import io
from datetime import UTC, datetime, timedelta

import pytest
import zxingcpp
from PIL import Image

from kiosk.hub.models.attribution.campaign import Campaign, find_campaign
from tests.hub.console.campaigns.test_campaigns import CAMPAIGNS, begin
from tests.hub.console.clerk import Clerk, read_fields


def test_a_campaigns_page_tells_its_link_where_it_leads_and_how_often_it_was_followed(mara: Clerk) -> None:
    code = begin(mara)
    mara.running.get(f"/k/{code}")
    page = mara.open(f"{CAMPAIGNS}/{code}").text
    link = f"{mara.running.hub.settings.public_url}/k/{code}"

    for part in (f'href="{link}"', "Steinzeugbecher", "E-Mail", "noch zu selten geöffnet", f"{code[:4]} {code[4:]}"):
        assert part in page


def test_its_code_comes_as_a_file_that_phones_read(mara: Clerk) -> None:
    code = begin(mara)
    png, svg = (mara.open(f"{CAMPAIGNS}/{code}/code/{kind}") for kind in ("png", "svg"))
    (found,) = zxingcpp.read_barcodes(Image.open(io.BytesIO(png.content)).convert("L"))

    assert found.text == f"{mara.running.hub.settings.public_url}/k/{code}"
    assert png.headers["Content-Disposition"] == f'attachment; filename="{code}.png"'
    assert svg.headers["Content-Type"].startswith("image/svg+xml")
    assert svg.headers["Content-Disposition"] == f'attachment; filename="{code}.svg"'
    assert mara.open(f"{CAMPAIGNS}/{code}/code/gif").status_code == 400


def test_it_ends_and_says_so(mara: Clerk) -> None:
    code = begin(mara)
    mara.running.dial.turn(timedelta(minutes=1))
    page = mara.fill_in(f"{CAMPAIGNS}/{code}", {}, at=f"{CAMPAIGNS}/{code}/end")

    assert "Beendet. Was jetzt noch kommt, zählt nicht mehr." in page.text
    assert "Vorbei · 22. November 2026 bis 22. November 2026" in page.text
    assert "Kampagne beenden" not in page.text


@pytest.mark.parametrize("path", ["", "/code/png"])
def test_another_stores_campaign_is_none(mara: Clerk, otto: Clerk, path: str) -> None:
    code = begin(mara)

    assert otto.open(f"{CAMPAIGNS}/{code}{path}").status_code == 404
    assert mara.open(f"{CAMPAIGNS}/K7Q42MFX{path}").status_code == 404


def read(clerk: Clerk, code: str) -> Campaign:
    with clerk.running.hub.database.read() as session:
        campaign = find_campaign(session, code)
        assert campaign
        return campaign


def test_its_name_its_times_and_where_it_leads_can_be_changed_and_its_code_never(mara: Clerk) -> None:
    code = begin(mara)
    before = read(mara, code)
    changed = {
        "name": "Adventspost",
        "offer": "",
        "ends_at": "2026-12-24T18:00",
        "channel": "print",
        "code": "K7Q42MFX",
    }
    page = mara.fill_in(f"{CAMPAIGNS}/{code}", changed)
    after = read(mara, code)

    assert all(text in page.text for text in ("Gespeichert.", "Adventspost", "Mitglied werden", "24. Dezember 2026"))
    assert (after.name, after.offer_id, after.channel) == ("Adventspost", None, before.channel)
    assert after.begins_at == before.begins_at
    assert after.ends_at == datetime(2026, 12, 24, 17, tzinfo=UTC)
    (followed,) = mara.running.get(f"/k/{code}").history
    assert "o-mug" not in followed.headers["Location"]


def test_what_cannot_be_is_said_and_what_is_kept_stays(mara: Clerk) -> None:
    code = begin(mara)
    answer = mara.fill_in(f"{CAMPAIGNS}/{code}", {"name": "", "ends_at": "2020-01-01T00:00", "begins_at": ""})

    assert answer.status_code == 400
    assert all(f'id="{name}-complaint"' in answer.text for name in ("name", "ends_at"))
    assert read(mara, code).ends_at is None


def test_of_two_who_change_it_the_second_is_told(mara: Clerk) -> None:
    code = begin(mara)
    stale = read_fields(mara.open(f"{CAMPAIGNS}/{code}"))
    mara.fill_in(f"{CAMPAIGNS}/{code}", {"name": "Adventspost"})
    answer = mara.send(f"{CAMPAIGNS}/{code}", {**stale, "name": "Sommerpost"})

    assert (answer.status_code, read(mara, code).name) == (409, "Adventspost")
    assert "Jemand anderes war schneller." in answer.text
