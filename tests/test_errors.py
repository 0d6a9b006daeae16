from kiosk.errors import SettingRefused


def test_a_refused_setting_is_named() -> None:
    assert str(SettingRefused("nfc.side", "is not allowed")) == "nfc.side: is not allowed"
