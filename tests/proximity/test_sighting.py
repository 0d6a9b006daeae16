from kiosk.proximity.sighting import Sighting


def test_a_sighting_names_a_pseudonym_and_has_no_place_for_a_device() -> None:
    assert not {"device", "id", "mac", "name"} & set(Sighting.__slots__)
