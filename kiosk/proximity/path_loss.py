"""How far a signal has come, by its strength.

Source: the log-distance path loss model, d = 10 ^ ((P1m - rssi) / (10 n)). It is weak in absolute metres (a body in
the way makes a factor of 1.7) and strong in telling nearer from farther, which is all that is asked of it.
"""

EXPONENT = 2.7
"""Loss in a furnished room, ESPresense's default."""
WEAKEST_DBM = -126


def is_reading(rssi: int) -> bool:
    """Whether this is a strength in dBm: gateways write 0, 127 or -127 for one they did not measure."""
    return WEAKEST_DBM <= rssi < 0


def reckon_distance(rssi: float, rssi_at_1m: float) -> float:
    """Metres to a sender that is heard with `rssi` dBm here and with `rssi_at_1m` dBm a metre away."""
    return float(10 ** ((rssi_at_1m - rssi) / (10 * EXPONENT)))
