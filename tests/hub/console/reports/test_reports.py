import re
from datetime import timedelta

from kiosk.hub.console.words import choose_console_words
from kiosk.hub.context import Hub
from kiosk.hub.domain.kept.bookmark import Tap, keep_offer
from kiosk.hub.domain.report.telling import tell_weeks
from kiosk.hub.models.catalogue.offer import Offer
from kiosk.hub.models.conversation.bookmark import Bookmark
from kiosk.hub.sample.shop import FIRST_SCREEN
from tests.hub.console.clerk import Clerk
from tests.hub.running import NOW

_LAST_WEEK = NOW - timedelta(days=14)


def _keep(hub: Hub, offer: str, count: int) -> None:
    with hub.database.write() as session:
        for number in range(count):
            card = f"{offer}{number}".ljust(64, "0")
            tap = Tap(f"{offer}-{number}", "f", "uid", card, _LAST_WEEK, "de", FIRST_SCREEN, "home")
            keep_offer(hub, session, session.get_one(Offer, offer), tap)
            session.get_one(Bookmark, tap.id).kept_at = _LAST_WEEK


def _open(clerk: Clerk) -> str:
    tell_weeks(clerk.running.hub)
    return clerk.open("/console/reports").text


def _read_row(page: str, name: str) -> list[str]:
    (cells,) = re.findall(rf'<tr><th scope="row">{name}</th>(.*?)</tr>', page)
    return re.findall(r"<td>(.*?)</td>", cells)


def test_a_manager_reads_the_figures_of_the_last_week_and_none_that_is_small(mara: Clerk) -> None:
    for offer, count in (("o-vase", 12), ("o-watch", 6), ("o-knits", 2)):
        _keep(mara.running.hub, offer, count)
    page = _open(mara)

    assert "Woche 45: 2. November bis 8. November 2026" in page
    assert _read_row(page, "8. November") == ["0", "0", "20", "0"]
    assert _read_row(page, "Vase Rille") == ["0", "0", choose_console_words("de")["reports"]["untold"], "0"]
    assert _read_row(page, "Wohnen") == ["0", "0", "20", "0"]
    assert "Welche Woche" in page


def test_a_week_that_is_not_told_yet_or_no_week_at_all_is_never_shown(mara: Clerk) -> None:
    _keep(mara.running.hub, "o-vase", 12)
    tell_weeks(mara.running.hub)
    pages = [mara.open(f"/console/reports?week={week}").text for week in ("2026-11-09", "2026-11-04", "2019-01-07")]

    for page in pages:
        assert '<option value="2026-11-02" selected>' in page
        assert "Woche 46: 9. November bis 15. November 2026 folgt am 24. November" in page
    assert mara.open("/console/reports?week=x").status_code == 400


def test_a_store_of_which_no_week_was_told_yet_reads_when_the_first_is(mara: Clerk) -> None:
    page = mara.open("/console/reports").text

    assert "Noch steht hier keine Woche." in page
    assert "folgt am 24. November" in page
    assert "<select" not in page


def test_each_store_has_its_own_figures_and_staff_has_none(sam: Clerk, otto: Clerk) -> None:
    _keep(sam.running.hub, "o-vase", 12)

    assert sam.open("/console/reports").status_code == 403
    assert "Vase Rille" not in _open(otto)
