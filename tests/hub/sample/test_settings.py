from pathlib import Path

from kiosk.hub.sample.settings import write_settings
from kiosk.settings.file import read_settings


def test_a_screen_takes_the_settings_as_they_are(tmp_path: Path) -> None:
    file = tmp_path / "kiosk.toml"
    file.write_text(write_settings("http://127.0.0.1:8080", "store.key", "window-1.token"))

    settings = read_settings(file, {})

    assert (settings.store.id, settings.screen.id, settings.screen.zones) == ("berlin-mitte", "window-1", ("home",))
    assert (settings.store.key_file, settings.loyalty.token_file) == (
        tmp_path / "store.key",
        tmp_path / "window-1.token",
    )
    assert (settings.state.dir, settings.nfc.device, settings.display.fullscreen) == (tmp_path / "state", "none", False)
