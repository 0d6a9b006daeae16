"""Where a monitor may ask: on this machine alone."""

LISTEN = r"^(none|unix:/\S+|(127\.0\.0\.1|localhost|\[::1\]):\d{1,5})\Z"
LISTEN_IN_WORDS = "none, unix: and a path, or an address of this machine alone such as 127.0.0.1:9464"
NOBODY = "none"
