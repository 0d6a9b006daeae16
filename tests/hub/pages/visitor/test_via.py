from datetime import timedelta

import pytest
import requests

from kiosk.hub.domain.attribution.campaign import Plan, begin_campaign, end_campaign
from kiosk.hub.models.attribution.campaign import find_campaign
from kiosk.hub.models.store.store import Store
from kiosk.hub.pages.visitor.via import find_said, name_via
from kiosk.hub.sample.shop import STORE
from tests.hub.accounts import open_doors
from tests.hub.running import DEADLINE_S, RunningHub

_HOSTILE = ("", "x", "K7Q42MFX", "A" * 5000, "'; DROP TABLE campaigns; --", "<script>", "..%2F..", "\N{SNOWMAN}")


def begin(running: RunningHub, offer: str | None = None, store: str = STORE) -> str:
    """A campaign that runs from now on; its code."""
    with running.hub.database.write() as session:
        return begin_campaign(running.hub, session, store, Plan("Herbstmail", "mail", offer)).code


def end(running: RunningHub, code: str) -> None:
    with running.hub.database.write() as session:
        campaign = find_campaign(session, code)
        assert campaign is not None
        end_campaign(campaign, running.hub.now())


def _ask(running: RunningHub, browser: requests.Session, via: str) -> str:
    """The page on which members join, by an address that names this."""
    open_doors(running)
    answer = browser.get(f"{running.url}/sign-in/{STORE}?via={via}", timeout=DEADLINE_S)
    assert answer.status_code == 200
    return answer.text


def test_what_runs_comes_along_with_the_form_however_it_is_typed(
    running: RunningHub, browser: requests.Session
) -> None:
    code = begin(running)

    for typed in (code, code.lower(), f"{code[:4]}-{code[4:]}"):
        assert f'/sign-in/{STORE}?lang=de&amp;via={code}"' in _ask(running, browser, typed)


@pytest.mark.parametrize("via", _HOSTILE)
def test_whatever_an_address_names_the_page_is_the_same(
    running: RunningHub, browser: requests.Session, via: str
) -> None:
    page = _ask(running, browser, via)

    assert f'action="/sign-in/{STORE}?lang=de"' in page
    assert "<script>" not in page


def test_what_is_over_or_anothers_does_not_count(running: RunningHub, browser: requests.Session) -> None:
    with running.hub.database.write() as session:
        session.add(Store(id="anderswo", name="Anderswo", time_zone="Europe/Vienna", language="de"))
    over, foreign = begin(running), begin(running, store="anderswo")
    end(running, over)
    running.dial.turn(timedelta(seconds=1))

    for code in (over, foreign):
        assert f'action="/sign-in/{STORE}?lang=de"' in _ask(running, browser, code)


def test_a_code_is_found_as_it_is_kept_and_an_endless_one_not_at_all(running: RunningHub) -> None:
    code = begin(running)
    with running.hub.database.read() as session:
        found = find_said(session, f" {code.lower()} ")

        assert found is not None
        assert found.code == code
        assert find_said(session, code + " " * 20) is None
    assert [name_via(code), name_via(None)] == [f"?via={code}", ""]
