"""The settings of the sample shop's first screen: a file that `kiosk run` can start with at once."""

import json

from kiosk.hub.sample.shop import FIRST_SCREEN, SCREENS, STORE, TIME_ZONE

# The paths are relative to the file.
_SETTINGS = """\
# A screen of the sample shop. `kiosk settings` lists every setting that may stand here.

[store]
id = "{store}"
key_file = "{key_file}"
time_zone = "{time_zone}"

[screen]
id = "{screen}"
zones = {zones}

[broker]
url = "mqtt://localhost:1883"

[loyalty]
url = "{url}"
token_file = "{token_file}"

[nfc]
device = "none"

[state]
dir = "state"

[display]
fullscreen = false
"""


def write_settings(url: str, key_file: str, token_file: str) -> str:
    """The settings as TOML; `url` is the hub's address, the files lie beside the settings."""
    return _SETTINGS.format(
        store=STORE,
        key_file=key_file,
        time_zone=TIME_ZONE,
        screen=FIRST_SCREEN,
        zones=json.dumps(SCREENS[FIRST_SCREEN]),
        url=url,
        token_file=token_file,
    )
