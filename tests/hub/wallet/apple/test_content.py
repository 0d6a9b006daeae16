import json
from datetime import timedelta
from typing import Any

from msgspec.structs import replace

from kiosk.hub.wallet.apple.content import Issuer, write_content, write_strings
from kiosk.hub.wallet.coupon import Coupon, Side
from tests.hub.running import NOW

_ISSUER = Issuer("pass.example", "TEAM", "https://hub.example")


def _state(coupon: Coupon, issuer: Issuer = _ISSUER) -> dict[str, Any]:
    return dict(json.loads(write_content(coupon, issuer)))


def _list_values(stated: dict[str, Any], group: str) -> dict[str, str]:
    return {field["key"]: field["value"] for field in stated["coupon"][group]}


def test_the_front_says_what_it_costs_and_what_it_is(coupon: Coupon) -> None:
    stated = _state(coupon)

    assert _list_values(stated, "primaryFields") == {"price": "22,90 €"}
    assert _list_values(stated, "secondaryFields") == {"title": "Steinzeugbecher"}
    assert _list_values(stated, "auxiliaryFields") == {}
    assert list(_list_values(stated, "backFields")) == ["about", "how", "terms", "page"]


def test_the_code_for_the_till_is_the_barcode(coupon: Coupon) -> None:
    (barcode,) = _state(coupon)["barcodes"]

    assert (barcode["message"], barcode["altText"]) == ("K7Q42MFX", "K7Q4 2MFX")


def test_a_void_pass_has_no_code(coupon: Coupon) -> None:
    stated = _state(replace(coupon, code="", state="void", sides={"de": Side("Gelöscht")}, page=None))

    assert (stated["voided"], stated["barcodes"]) == (True, [])
    assert _list_values(stated, "auxiliaryFields") == {"state": "Ungültig"}
    assert _list_values(stated, "backFields") == {}


def test_without_a_price_the_title_is_what_is_read_first(coupon: Coupon) -> None:
    stated = _state(replace(coupon, sides={"de": Side("Beratung")}))

    assert _list_values(stated, "primaryFields") == {"title": "Beratung"}
    assert stated["coupon"]["secondaryFields"] == []


def test_a_pass_is_updated_by_the_hub_that_phones_can_ask(coupon: Coupon) -> None:
    asked, alone = _state(coupon), _state(coupon, Issuer("pass.example", "TEAM"))

    assert (asked["webServiceURL"], asked["authenticationToken"]) == ("https://hub.example", coupon.token)
    assert not {"webServiceURL", "authenticationToken"} & alone.keys()


def test_what_is_over_is_void_and_says_why(coupon: Coupon) -> None:
    redeemed, lapsed = _state(replace(coupon, state="redeemed")), _state(replace(coupon, state="lapsed"))

    assert [one["voided"] for one in (_state(coupon), redeemed, lapsed)] == [False, True, True]
    assert _list_values(redeemed, "auxiliaryFields") == {"state": "Eingelöst"}
    assert _list_values(lapsed, "auxiliaryFields") == {"state": "Abgelaufen"}


def test_the_end_is_told_as_a_time_that_the_phone_writes_in_its_own_way(coupon: Coupon) -> None:
    ending = replace(coupon, until=NOW + timedelta(days=30))
    stated = _state(ending)

    assert stated["expirationDate"] == "2026-12-22T09:00:00+00:00"
    assert _list_values(stated, "auxiliaryFields") == {"until": "2026-12-22T09:00:00+00:00"}
    assert b"2026-12-22" not in b"".join(write_strings(ending).values())


def test_every_text_is_told_in_every_language(coupon: Coupon) -> None:
    strings = write_strings(coupon)

    assert list(strings) == ["de.lproj/pass.strings", "en.lproj/pass.strings"]
    english = strings["en.lproj/pass.strings"].decode()
    assert '"Steinzeugbecher" = "Stoneware mug";\n' in english
    assert '"Von Hand gedreht." = "Thrown \\"by hand\\".\\nReally.";\n' in english
    assert '"Ihr Gespräch mit Kleine Freude" = "Your conversation with Kleine Freude";\n' in english


def test_the_same_coupon_is_the_same_bytes(coupon: Coupon) -> None:
    assert write_content(coupon, _ISSUER) == write_content(replace(coupon), _ISSUER)
