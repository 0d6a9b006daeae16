"""Where ESPresense keeps the keys of phones, which would identify a phone for ever: no screen listens there.

Source: ESPresense's MQTT page; enrolled phones are retained under `settings` and each room's `known_irks`.
"""

KEY_TOPICS = ("espresense/settings/+", "espresense/rooms/+/known_irks")
"""`+` is any one part; what lies below belongs to it."""
