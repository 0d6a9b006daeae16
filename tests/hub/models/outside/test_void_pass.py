from kiosk.hub.context import Hub
from kiosk.hub.models.outside.void_pass import VoidPass, find_void_pass, forget_void_pass, list_void_passes
from kiosk.hub.sample.shop import STORE
from tests.hub.running import NOW


def test_a_void_pass_is_there_for_each_phone_that_has_it_until_that_one_has_it_no_more(hub: Hub) -> None:
    with hub.database.write() as session:
        for device in ("one", "two"):
            session.add(VoidPass(serial="s", device_hash=device, store_id=STORE, language="de", voided_at=NOW))
        session.flush()
        forget_void_pass(session, "one", "s")
        left = [[void.serial for void in list_void_passes(session, device)] for device in ("one", "two")]
        found = find_void_pass(session, "s")
        forget_void_pass(session, "two", "s")

        assert left == [[], ["s"]]
        assert found
        assert found.device_hash == "two"
        assert find_void_pass(session, "s") is None
