from kiosk.app.clocks import read_instant


def test_instants_go_forward_and_never_share_an_id() -> None:
    instants = [read_instant() for _ in range(100)]
    assert [instant.mono for instant in instants] == sorted(instant.mono for instant in instants)
    assert len({instant.fresh_id for instant in instants}) == 100
    assert all(instant.fresh_id[14] == "7" for instant in instants), "UUID version 7 sorts by time"
    assert all(instant.wall.tzinfo is not None for instant in instants)
