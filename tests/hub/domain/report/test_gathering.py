from datetime import timedelta

import pytest

from kiosk.hub.context import Hub
from kiosk.hub.domain.report.figures import Report
from kiosk.hub.domain.report.gathering import count_segments, report_week
from kiosk.hub.models.members.member import Member
from kiosk.hub.models.profile.stay import Stay
from kiosk.hub.models.store.store import get_store
from kiosk.hub.sample.shop import STORE
from tests.hub.domain.report.week import MONDAY, keep, see
from tests.hub.running import NOW, Dial


def _report(hub: Hub, days: int = 0) -> Report:
    with hub.database.read() as session:
        return report_week(session, get_store(session, STORE), MONDAY - timedelta(days=days))


def test_what_screens_told_and_members_kept_is_in_its_week_and_in_no_other(hub: Hub, dial: Dial) -> None:
    see(hub, "kiosk.impression", NOW, [None] * 30)
    see(hub, "kiosk.tap", NOW, [f"b-{number}" for number in range(7)])
    see(hub, "kiosk.play", NOW, [None] * 9)
    keep(hub, "o-vase", 6)
    dial.turn(timedelta(days=2))
    report, before = _report(hub), _report(hub, 7)

    assert report.sums == (30, 7, 6, 6)
    assert {row.name: row.figures for row in report.tables["offer"]} == {
        "o-mug": (30, 7, 0, 0),
        "o-vase": (0, 0, 6, 6),
    }
    assert [row.figures for row in report.tables["day"]][-1] == (30, 7, 6, 6)
    assert before.sums == (0, 0, 0, 0)


@pytest.mark.parametrize("times", [5, 40])
@pytest.mark.parametrize("bookmark", ["o-vase-0", "never-kept", None])
def test_so_many_taps_of_one_bookmark_or_of_nobody_known_are_one_person(
    hub: Hub, times: int, bookmark: str | None
) -> None:
    keep(hub, "o-vase", 1)
    see(hub, "kiosk.tap", NOW, [bookmark] * times)

    assert _report(hub).sums[1] is None


def test_so_many_bookmarks_of_one_member_are_one_person(hub: Hub) -> None:
    (key,) = keep(hub, "o-vase", 1)
    keep(hub, "o-watch", 1)
    with hub.database.write() as session:
        session.connection().exec_driver_sql(f"UPDATE bookmarks SET member_key = '{key}'")  # noqa: S608 # of our own
    see(hub, "kiosk.tap", NOW, ["o-vase-0", "o-watch-0", *(f"b-{number}" for number in range(3))])

    assert _report(hub).sums[1] is None


def test_segments_are_told_in_whole_fives(hub: Hub) -> None:
    with hub.database.write() as session:
        for number in range(13):
            session.add(Member(key=f"s_{number}", store_id=STORE, joined_at=NOW, language="de", segments=[]))
            session.flush()
            for name in ["garden", *(["few"] if number < 4 else [])]:
                session.add(Stay(store_id=STORE, segment_id=name, member_key=f"s_{number}", since=NOW))
        session.flush()
        counts = count_segments(session, get_store(session, STORE))

    assert (counts["garden"], counts["few"]) == (10, None)
