from starlette.datastructures import QueryParams

from kiosk.hub.console.themes.theme_form import choose_values, list_fields, list_query, read_values, sort_findings
from kiosk.hub.console.words import choose_console_words
from kiosk.hub.themes.shelf import Finding, Value
from tests.hub.console.few_themes import PALE, STALL, FewThemes

TYPED: dict[str, Value] = {"tag": "#00ff00", "round": 12.0, "loud": False, "side": "right", "motto": "Servus"}


def test_what_is_typed_comes_back_as_it_was() -> None:
    query = QueryParams(list_query(TYPED))

    assert read_values(STALL, query) == TYPED
    fields = {field.name: field for field in list_fields(STALL, TYPED, "en")}
    assert fields["option_tag"].label == "Price tag"
    assert (fields["option_round"].text, fields["option_loud"].is_on) == ("12", False)


def test_a_choice_is_called_as_the_theme_titles_it_else_by_its_name() -> None:
    fields = {field.name: field for field in list_fields(STALL, TYPED, "en")}

    assert fields["option_side"].choices == (("left", "Left"), ("right", "right"))


def test_a_comma_is_a_point_and_what_is_no_number_stays_what_it_is() -> None:
    assert read_values(STALL, QueryParams({"option_round": "12,5"}))["round"] == 12.5
    assert read_values(STALL, QueryParams({"option_round": "viel"}))["round"] == "viel"


def test_what_was_published_stands_in_the_form_as_far_as_the_theme_still_knows_it() -> None:
    values = choose_values(STALL, {"tag": "#00ff00", "forgotten": 1.0})

    assert (values["tag"], values["round"], "forgotten" in values) == ("#00ff00", 20.0, False)


def test_what_is_wrong_is_said_at_its_field_or_in_plain_words_once() -> None:
    findings = (*FewThemes().judge("stall", {"tag": PALE, "round": 99.0}), Finding("theme.toml: id", "is missing"))

    by_field, others = sort_findings(findings, choose_console_words("de"))

    assert by_field == {"option_round": "Dieser Wert geht nicht."}
    assert others == [
        "Der Preis auf seinem Schild: Der Kontrast ist 1,0, mindestens 4,5 muss es sein.",
        "Das Design selbst ist beschädigt: is missing",
    ]
