from kiosk.hub.context import Hub
from kiosk.hub.models.benefits.action_source import find_source, set_source
from kiosk.hub.sample.shop import STORE


def test_a_source_signs_with_its_last_secret_alone(hub: Hub) -> None:
    with hub.database.write() as session:
        for secret in ("first", "second"):
            set_source(session, STORE, "gallery", secret)
    with hub.database.read() as session:
        source = find_source(session, STORE, "gallery")
        assert source
        assert source.secret == "second"  # noqa: S105 # made up
        assert find_source(session, STORE, "other") is None
