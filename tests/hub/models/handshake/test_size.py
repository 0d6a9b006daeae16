from kiosk.hub.context import Hub
from kiosk.hub.models.handshake.size import Size, find_sizes, move_sizes, set_sizes
from tests.hub.domain.handshake.meetings import welcome


def test_sizes_are_one_text_and_an_empty_one_deletes_them(hub: Hub) -> None:
    with hub.database.write() as session:
        key = welcome(hub, session).member.key
        said: list[str] = []
        for text in ("38", "39", ""):
            set_sizes(session, key, [key], text)
            said.append(find_sizes(session, [key]))

        assert said == ["38", "39", ""]
        assert session.get(Size, key) is None


def test_who_turned_out_to_be_one_has_the_sizes_of_all_her_keys_and_sets_them_anew_at_once(hub: Hub) -> None:
    with hub.database.write() as session:
        keys = [welcome(hub, session, letter * 64, f"b-{letter}").member.key for letter in "bc"]
        for key, text in zip(sorted(keys), ("38", "M"), strict=True):
            set_sizes(session, key, [key], text)
        both = find_sizes(session, keys)
        set_sizes(session, keys[0], keys, "39")

        assert (both, find_sizes(session, keys)) == ("38, M", "39")


def test_what_she_wrote_before_comes_to_her_account_but_replaces_nothing_there(hub: Hub) -> None:
    with hub.database.write() as session:
        account, before, again = (welcome(hub, session, letter * 64, f"b-{letter}").member.key for letter in "bcd")
        said: list[str] = []
        for key, text in ((before, "38"), (again, "40")):
            set_sizes(session, key, [key], text)
            move_sizes(session, key, account)
            said.append(find_sizes(session, [account, key]))

        assert said == ["38", "38"]
