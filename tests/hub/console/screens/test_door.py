from kiosk.hub.sample.shop import STORE
from kiosk.hub.web.qr_path import draw_qr
from tests.hub.console.clerk import Clerk


def test_the_sheet_for_the_door_draws_the_codes_of_the_visit_and_of_the_basket(sam: Clerk) -> None:
    page, public_url = sam.open("/console/door").text, sam.running.hub.settings.public_url

    for path in ("visit", "basket"):
        link = f"{public_url}/{path}/{STORE}"
        assert f'href="{link}"' in page
        assert draw_qr(link).path in page


def test_where_its_codes_lead_there_is_a_page_for_phones_that_the_store_knows(sam: Clerk) -> None:
    statuses = [sam.running.get(f"/{path}/{STORE}").status_code for path in ("visit", "basket", "nowhere")]

    assert statuses == [401, 401, 404]


def test_it_is_linked_where_screens_are_listed_and_speaks_both_languages(sam: Clerk) -> None:
    assert 'href="/console/door"' in sam.open("/console/screens").text
    assert "Codes for the door" in sam.open("/console/door?lang=en").text
