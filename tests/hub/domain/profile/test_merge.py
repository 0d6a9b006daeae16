from collections.abc import Generator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import timedelta

from hypothesis import settings
from hypothesis import strategies as some
from hypothesis.stateful import Bundle, RuleBasedStateMachine, invariant, rule
from sqlalchemy import create_engine, select
from sqlalchemy.orm import Session

from kiosk.hub.context import Hub
from kiosk.hub.database import Database
from kiosk.hub.domain.profile.merge import has_account, merge_members, undo_merge
from kiosk.hub.engines import Engines
from kiosk.hub.models.members.member import Member, find_member_by_key, list_kin
from kiosk.hub.models.profile.identifier import Identifier
from kiosk.hub.models.profile.merge import Merge
from kiosk.hub.models.store.store import Store
from kiosk.hub.models.tables import METADATA
from kiosk.hub.sample.shop import STORE
from kiosk.hub.settings import HubSettings
from tests.hub.running import NOW, Dial

_TABLES = [METADATA.tables[name] for name in ("stores", "members", "merges", "identifiers", "accounts", "mandates")]
_ENGINE = create_engine("sqlite://")
METADATA.create_all(_ENGINE, _TABLES)


def _add(session: Session, number: int, *, user: str = "") -> str:
    key = f"s_{number}"
    joined_at = NOW + timedelta(hours=number)
    session.add(Member(key=key, store_id=STORE, joined_at=joined_at, language="de", segments=[]))
    session.flush()
    if user:
        session.add(
            Identifier(store_id=STORE, kind="user", value=user, member_key=key, is_verified=True, known_since=NOW)
        )
        session.flush()
    return key


def _merge(hub: Hub, session: Session, one: str, other: str) -> Merge:
    merge = merge_members(hub, session, one, other, ("user", "uid"))
    assert merge
    session.flush()
    return merge


def test_who_joined_first_is_who_she_is_from_then_on(hub: Hub) -> None:
    with hub.database.write() as session:
        keys = [_add(session, number) for number in (1, 2)]
        merge = _merge(hub, session, keys[1], keys[0])

        assert (merge.winner_key, merge.loser_key, merge.moved) == ("s_1", "s_2", ["s_2"])
        assert find_member_by_key(session, STORE, "s_2") is session.get(Member, "s_1")
        assert merge_members(hub, session, "s_1", "s_2", ()) is None


def test_screens_hear_of_both(hub: Hub) -> None:
    with hub.database.write() as session:
        keys = [_add(session, number) for number in (1, 2)]
        _merge(hub, session, *keys)

        assert all(session.get_one(Member, key).revision for key in keys)


def test_two_accounts_are_two_people(hub: Hub) -> None:
    with hub.database.write() as session:
        keys = [_add(session, number, user=f"u-{number}") for number in (1, 2)]

        assert merge_members(hub, session, keys[0], keys[1], ("email",)) is None
        assert has_account(session, keys[0])
        assert not has_account(session, _add(session, 3))


def test_what_was_undone_is_not_done_again_by_itself(hub: Hub) -> None:
    with hub.database.write() as session:
        keys = [_add(session, number) for number in (1, 2)]
        merge = _merge(hub, session, *keys)

        assert undo_merge(hub, session, merge, "mara")
        assert not undo_merge(hub, session, merge, "nils")
        assert (merge.undone_by, merge.undone_at) == ("mara", hub.now())
        assert merge_members(hub, session, keys[0], keys[1], ("email",)) is None
        assert [list_kin(session, key) for key in keys] == [["s_1"], ["s_2"]]


def test_of_a_chain_one_link_is_taken_out_and_the_others_hold(hub: Hub) -> None:
    with hub.database.write() as session:
        for number in (1, 2, 3, 4):
            _add(session, number)
        _merge(hub, session, "s_3", "s_4")
        middle = _merge(hub, session, "s_2", "s_3")
        _merge(hub, session, "s_1", "s_4")
        undo_merge(hub, session, middle, "mara")

        assert [list_kin(session, key) for key in ("s_1", "s_4")] == [["s_1", "s_2"], ["s_3", "s_4"]]


def test_two_merges_at_once_make_one_person_and_no_circle(hub: Hub) -> None:
    with hub.database.write() as session:
        keys = [_add(session, number) for number in range(6)]

    def merge(pair: tuple[str, str]) -> None:
        with hub.database.write() as session:
            merge_members(hub, session, pair[0], pair[1], ("email",))

    pairs = [(one, other) for one in keys for other in keys if one != other]
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(merge, pairs))

    with hub.database.read() as session:
        assert list_kin(session, "s_5") == keys
        assert len(session.scalars(select(Merge)).all()) == len(keys) - 1


class Kinship(RuleBasedStateMachine):
    """Merges and their undoing in any order, against sets of keys that are joined anew each time."""

    members = Bundle("members")
    merges = Bundle("merges")

    def __init__(self) -> None:
        super().__init__()
        for table in reversed(_TABLES):
            with _ENGINE.begin() as connection:
                connection.execute(table.delete())
        self.hub = Hub(HubSettings(), Database(Engines(_ENGINE, _ENGINE, _ENGINE), busy_s=1), Dial().read)
        self.keys: list[str] = []
        self.links: dict[int, tuple[str, str]] = {}
        with self.write() as session:
            session.add(Store(id=STORE, name="S", time_zone="UTC", language="de"))

    @contextmanager
    def write(self) -> Generator[Session]:
        with self.hub.database.write() as session:
            yield session

    @rule(target=members)
    def join(self) -> str:
        with self.write() as session:
            self.keys.append(_add(session, len(self.keys)))
        return self.keys[-1]

    @rule(target=merges, one=members, other=members)
    def merge(self, one: str, other: str) -> int | None:
        with self.write() as session:
            made = merge_members(self.hub, session, one, other, ("email",))
            session.flush()
            if made:
                self.links[made.id] = (made.loser_key, made.winner_key)
            return made.id if made else None

    @rule(merge=merges, person=some.sampled_from(("mara", "nils")))
    def undo(self, merge: int | None, person: str) -> None:
        if merge is not None:
            with self.write() as session:
                assert undo_merge(self.hub, session, session.get_one(Merge, merge), person) is (merge in self.links)
            self.links.pop(merge, None)

    @invariant()
    def whoever_is_linked_is_one_person_and_nobody_else(self) -> None:
        groups = {key: {key} for key in self.keys}
        for loser, winner in self.links.values():
            joined = groups[loser] | groups[winner]
            for key in joined:
                groups[key] = joined
        with self.hub.database.read() as session:
            for key in self.keys:
                assert set(list_kin(session, key)) == groups[key]
                person = session.get_one(Member, key).person_key or key
                assert session.get_one(Member, person).person_key is None


TestKinship = Kinship.TestCase
TestKinship.settings = settings(max_examples=12, stateful_step_count=16)
