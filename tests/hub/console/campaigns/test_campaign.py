import io
from datetime import timedelta

import pytest
import zxingcpp
from PIL import Image

from tests.hub.console.campaigns.test_campaigns import CAMPAIGNS, begin
from tests.hub.console.clerk import Clerk


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
