from kiosk.hub.settings import HubSettings


def test_a_hub_listens_to_its_own_machine_alone_unless_told_otherwise() -> None:
    settings = HubSettings()

    assert settings.host == "127.0.0.1"
    assert settings.public_url == f"http://{settings.host}:{settings.port}"
