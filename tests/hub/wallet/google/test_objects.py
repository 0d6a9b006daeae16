import re
from datetime import timedelta

import pytest
from msgspec.structs import replace

from kiosk.hub.wallet.coupon import Coupon, Side, State
from kiosk.hub.wallet.google.objects import name_class, name_object, state_class, state_object
from tests.hub.running import NOW
from tests.hub.wallet.google.conftest import ISSUER


def test_the_ids_are_such_as_google_takes(coupon: Coupon) -> None:
    for name in (name_class(coupon, ISSUER), name_object(coupon, ISSUER)):
        assert re.fullmatch(rf"{ISSUER}\.[\w.-]+", name, re.ASCII)


def test_all_who_kept_an_offer_share_its_class(coupon: Coupon) -> None:
    other = replace(coupon, serial="serial-2")

    assert state_class(coupon, ISSUER) == state_class(other, ISSUER)
    assert name_object(coupon, ISSUER) != name_object(other, ISSUER)


def test_the_class_says_the_offer_in_all_languages(coupon: Coupon) -> None:
    stated = state_class(replace(coupon, picture_url="https://hub.example/v1/media/mug.webp"), ISSUER)

    assert stated["localizedTitle"] == {
        "defaultValue": {"language": "de", "value": "Steinzeugbecher"},
        "translatedValues": [{"language": "en", "value": "Stoneware mug"}],
    }
    assert (stated["provider"], stated["redemptionChannel"], stated["reviewStatus"]) == (
        "Kleine Freude",
        "INSTORE",
        "UNDER_REVIEW",
    )
    assert stated["titleImage"] == {"sourceUri": {"uri": "https://hub.example/v1/media/mug.webp"}}


def test_the_object_has_the_code_for_the_till(coupon: Coupon) -> None:
    stated = state_object(replace(coupon, until=NOW + timedelta(days=1)), ISSUER)

    assert stated["barcode"] == {"type": "CODE_128", "value": "K7Q42MFX", "alternateText": "K7Q4 2MFX"}
    assert stated["validTimeInterval"] == {"end": {"date": "2026-11-23T09:00:00+00:00"}}
    assert stated["linksModuleData"]["uris"][0]["uri"] == coupon.page
    assert stated["textModulesData"][0]["localizedBody"]["defaultValue"]["value"] == "22,90 €"


@pytest.mark.parametrize(("state", "told"), [("open", "ACTIVE"), ("redeemed", "COMPLETED"), ("lapsed", "EXPIRED")])
def test_the_object_says_how_it_stands(coupon: Coupon, state: State, told: str) -> None:
    assert state_object(replace(coupon, state=state), ISSUER)["state"] == told


def test_what_there_is_nothing_to_say_of_is_left_out(coupon: Coupon) -> None:
    bare = replace(coupon, sides={"de": Side("Beratung")}, page=None)

    assert not {"titleImage", "localizedDetails", "localizedFinePrint"} & state_class(bare, ISSUER).keys()
    assert not {"validTimeInterval", "textModulesData", "linksModuleData"} & state_object(bare, ISSUER).keys()
