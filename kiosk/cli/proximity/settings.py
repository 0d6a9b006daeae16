"""The screen of no shop in particular, with which a command tries out gateways where no file of settings is named."""

EVERYWHERE = "*"
"""Stands for every zone that there is."""

STAND_IN = {
    "KIOSK_STORE_ID": "no-shop",
    "KIOSK_SCREEN_ID": "no-screen",
    "KIOSK_SCREEN_ZONES": EVERYWHERE,
    "KIOSK_PROXIMITY_PROFILE": "auto",
}
"""Beneath the environment and what `--set` says; all others as they are by default."""
