"""Ids and messages that several tests of the reader share."""

from kiosk.shop.card import make_bank_card, make_felica, make_phone, make_sticker, make_sun_card
from kiosk.shop.classic import Classic

KEY = bytes(range(32))
UID4 = bytes.fromhex("deadbeef")
UID7 = bytes.fromhex("04a1b2c3d4e5f6")
RANDOM_UID = bytes.fromhex("08c0ffee")
IDM = bytes.fromhex("0101a1b2c3d4e5f6")
MEMBER = "urn:vitrine:member:4711"
# From NXP's application note AN12196, pages 18 and 12.
SUN_URL = (
    "https://www.my424dna.com/?picc_data=FD91EC264309878BE6345CBE53BADF40"
    "&enc=CEE9A53E3E463EF1F459635736738962&cmac=ECC1E7F6C6C73BF6"
)
SUN_VALUE = "picc_data=FD91EC264309878BE6345CBE53BADF40&cmac=ECC1E7F6C6C73BF6"
SHORT_SUN_URL = "https://ntag.nxp.com/424?e=EF963FF7828658A599F3041510671E88&c=94EED9EE65337086"
SHORT_SUN_VALUE = "picc_data=EF963FF7828658A599F3041510671E88&cmac=94EED9EE65337086"

STICKER = make_sticker(UID7)
MEMBER_STICKER = make_sticker(UID7, MEMBER)
CLASSIC = Classic(UID4)
SUN_CARD = make_sun_card(UID7, SUN_URL)
BANK_CARD = make_bank_card(UID4)
PHONE = make_phone(RANDOM_UID)
FELICA = make_felica(IDM, MEMBER)
