"""Messages that are as they should be, where no other test keeps them as bytes."""

from kiosk.bench.publisher import pack_publish

MAPPED = (
    b'gw/shoes/aa:bb\n{"signal": "-61", "power": -59, "m": 1.5, "state": "here"}',
    b'gw/shoes/aa:bb\n{"state": "away"}',
    b'gw/batch\n{"gateway": "shoes", "adverts": [{"beacon": {"id": "a", "rssi": -60}}, 7]}',
    b"door/front\nclosed",
    b"ble/aa:bb/rssi\n-70",
)
_UUID = "b9a5d27d56cc4e3aab511f2153bcb967"
ADVERTS = (
    # As in tests/proximity/test_beacon_frame.py: iBeacon, AltBeacon and Eddystone; then Minew's raw form.
    bytes.fromhex(f"0201061aff4c000215{_UUID}0001452ed6"),
    bytes.fromhex(f"02011a1bff1801beac{_UUID}00010002c5aa"),
    bytes.fromhex("0201060303aafe1516aafe00e80011223344556677889900000000000000"),
    bytes.fromhex("bb010000000fac233fc02f870000dd"),
)
SETTINGS = (
    b'[store]\nid = "berlin"\nkey_file = "store.key"\n[screen]\nid = "window-1"\nzones = ["home", "shoes"]\n',
    b'store.id = "a"\nstore.time_zone = "Europe/Berlin"\nscreen = {id = "b", zones = ["c"]}\nstate.dir = "~/state"\n',
    b'store.id = "a"\nscreen = {id = "b", zones = ["c"]}\nproximity.gateways = {d = {zone = "c", offset_db = -3}}\n',
    b'store.id = "a"\nscreen = {id = "b", zones = ["c"]}\nmapping.topic = "gw/{zone}/{device}"\nnfc.device = "usb"\n',
)
LEARNT = (b'{"boots": {"weekday-midday": [9, 4, 2, 1], "weekend-evening": [3]}, "mug": {}}',)
STATUS = (b'{"state": "online", "since": "2026-11-22T09:00:00.000Z", "scene": "attract", "faults": []}',)
NOTICES = (
    b'{"text": {"de": "Bitte verlassen Sie das Haus.", "en": "Please leave the building."}, "level": "warning"}',
    b'{"text": "Closed today", "until": "2026-11-22T18:00:00+01:00"}',
)
COMMANDS = (
    b'{"id": "c-1", "do": "notice", "text": "Closed today", "expires": "2026-11-22T18:00:00Z"}',
    b'{"id": "c-2", "do": "theme", "theme": "daylight"}',
    b'{"id": "c-3", "do": "identify"}',
)
TOML_LISTS = (
    b'seconds = 5\nepoch = 2026-01-01T00:00:00Z\n["1.jpg"]\nweight = 3\nfrom = 2026-10-01\nuntil = 2026-10-31T18:00\n',
    b'[hello]\ntitle = {de = "Hallo"}\ntext = "Oben"\ndayparts = [{days = ["mon"], from = "22:00", until = "02:00"}]\n',
)
SMIL = (
    b"<smil><body><seq repeatCount='2'><img src='a' dur='1:30'/></seq></body></smil>",
    b"<smil><body><par><video src='b.mp4' region='main' begin='wallclock(2026-12-01T09:00Z)'/></par></body></smil>",
)
ANTHIAS = (
    b'[{"name": "A", "uri": "/data/a.jpg", "duration": "10", "is_enabled": 1, "play_order": 2, "mimetype": "image"}]',
    b'[{"uri": "a.jpg", "start_date": "2026-10-01T00:00:00Z", "play_days": [1, 7], "play_time_from": "09:00:00"}]',
)
DRAWINGS = (b"<svg xmlns='http://www.w3.org/2000/svg'><style>a{fill:url(#g)}</style><g id='a'/><use href='#a'/></svg>",)
CATALOGUES = (
    b'{"store": "berlin", "offers": [{"id": "o-1", "title": {"de": "Stiefel"}, "price": {"amount": "79.90", "currency":'
    b' "EUR"}, "was": {"amount": "99.90", "currency": "EUR"}, "audience": {"all": ["outdoor"], "none": ["staff"]},'
    b' "valid": {"from": "2026-11-01T00:00:00+01:00"}, "dayparts": [{"days": ["mon"], "from": "09:00", "until":'
    b' "12:00"}], "caps": {"per_shopper_day": 3}, "gtin": "04012345678901"}], "playlist": [{"id": "p1", "kind":'
    b' "image", "media": {"url": "/m", "sha256": "' + b"a" * 64 + b'", "bytes": 1}, "seconds": 8}]}',
)
SHOPPERS = (
    b'{"cursor": "c-2", "shoppers": [{"key": "s_1", "proximity": ["' + b"0f" * 32 + b'"], "segments": ["outdoor"],'
    b' "language": "de", "consents": ["proximity"]}], "gone": ["s_2"]}',
)
FRAMES = (
    b"\x20\x02\x00\x00\x90\x03\x00\x01\x00",
    pack_publish("espresense/devices/aa/home", b'{"raw": 1.5}') + pack_publish("t", b"x" * 200) + b"\xd0\x00",
)
