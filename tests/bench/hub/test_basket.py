from pathlib import Path

from kiosk.bench.hub.basket import MEMBER, change_and_look, open_hub
from kiosk.hub.database import migrate_database
from kiosk.hub.domain.basket.standing import gather_basket
from kiosk.hub.models.members.member import Member


def test_a_full_basket_is_changed_and_looked_at(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'hub.db'}"
    migrate_database(url)
    hub = open_hub(url)
    took_s = [change_and_look(hub, number) for number in range(2)]
    with hub.database.read() as session:
        standing = gather_basket(hub, session, session.get_one(Member, MEMBER))
    hub.database.close()

    assert min(took_s) > 0
    assert (len(standing.lines), standing.version) == (50, 2)
    assert standing.priced.saved > 0
