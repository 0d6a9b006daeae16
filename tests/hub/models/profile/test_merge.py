from kiosk.hub.context import Hub
from kiosk.hub.models.members.member import Member
from kiosk.hub.models.profile.merge import Merge, list_merges
from kiosk.hub.sample.shop import STORE
from tests.hub.running import NOW


def test_merges_are_listed_from_either_side(hub: Hub) -> None:
    with hub.database.write() as session:
        for number in range(4):
            session.add(Member(key=f"s_{number}", store_id=STORE, joined_at=NOW, language="de", segments=[]))
        session.flush()
        for number in (1, 2, 3):
            merge = Merge(
                loser_key=f"s_{number}", winner_key=f"s_{number - 1}", merged_at=NOW, evidence=["email"], moved=[]
            )
            session.add(merge)
            session.flush()

        assert [one.loser_key for one in list_merges(session, ["s_1"])] == ["s_1", "s_2"]
        assert list_merges(session, []) == []
