from concurrent.futures import ThreadPoolExecutor

from tests.hub.console.clerk import Clerk
from tests.hub.console.tablet.customers import TABLET, ask
from tests.hub.counter import Shopper


def test_a_code_leads_to_the_page_that_waits_for_her_answer(sam: Clerk, anna: Shopper) -> None:
    code = anna.show_code()
    page = ask(sam, code)

    assert "Das Handy fragt" in page.text
    assert code.replace(" ", "") not in page.url


def test_a_code_that_no_phone_shows_is_said_to_be_none(sam: Clerk) -> None:
    codes = ("K7Q4 2MFX", "#", "ä" * 500)
    pages = [ask(sam, code) for code in codes]

    assert [page.status_code for page in pages] == [404] * 3
    assert ["Diesen Code zeigt gerade kein Handy." in page.text for page in pages] == [True] * 3
    assert [code for code, page in zip(codes, pages, strict=True) if f'value="{code}"' in page.text] == []


def test_of_two_at_once_one_has_it_and_the_other_is_told(sam: Clerk, mara: Clerk, anna: Shopper) -> None:
    code = anna.show_code()
    with ThreadPoolExecutor(2) as pool:
        pages = list(pool.map(ask, (sam, mara), (code, code)))

    assert sorted(page.status_code for page in pages) == [200, 409]
    assert ["hat jemand anderes zuerst" in page.text for page in pages].count(True) == 1


def test_another_store_can_do_nothing_with_it(otto: Clerk, anna: Shopper) -> None:
    assert ask(otto, anna.show_code()).status_code == 404


def test_five_tries_a_minute_are_all_a_clerk_has(sam: Clerk, mara: Clerk, anna: Shopper) -> None:
    tried = [ask(sam, "K7Q4 2MFX").status_code for _ in range(6)]
    code = anna.show_code()

    assert tried == [404] * 5 + [429]
    assert ask(sam, code).status_code == 429
    assert ask(mara, code).status_code == 200


def test_nobody_waits_at_a_screen_that_there_is_not(sam: Clerk) -> None:
    assert sam.fill_in(TABLET, {"screen": "window-9"}, f"{TABLET}/card").status_code == 404
