import pytest

from kiosk.screen.text.hyphens import SOFT_HYPHEN, soften_words


@pytest.mark.parametrize(
    ("word", "broken"),
    [
        ("Kaffeevollautomatenreinigungsset", "Kaffee-vol-lau-to-ma-tenrei-ni-gungs-set"),
        ("Donaudampfschifffahrtsgesellschaft", "Donau-dampfschiff-fahrtsge-sellschaft"),
        ("Brühtemperatureinstellungsautomatik", "Brühtempe-ra-tu-reinstel-lungs-au-to-ma-tik"),
        ("Qualitätssicherungsbeauftragte", "Quali-täts-si-che-rungs-beauftragte"),
        ("Geschwindigkeitsbegrenzung", "Geschwindigkeits-begrenzung"),
        ("Freundschaftsarmbandverschluss", "Freundschafts-armbandverschluss"),
        ("Kombinationsstaubsauger", "Kombi-na-tions-staubsau-ger"),
        ("Gesundheitsschuhsohlen", "Gesundheits-schuhsohlen"),
        ("Waschmaschinenanschlussschläuche", "Waschma-schi-ne-nanschlussschläu-che"),
        ("Backblechauskleidungszuschnitte", "Backble-chausklei-dungs-zuschnitte"),
    ],
)
def test_an_overlong_word_may_be_broken_between_its_syllables(word: str, broken: str) -> None:
    assert soften_words(f"Ein {word}!").replace(SOFT_HYPHEN, "-") == f"Ein {broken}!"


@pytest.mark.parametrize("text", ["Kaffeevollautomat mit Milchaufschäumer", "", "Vase „Feder“", "🫖 " * 30, "x" * 40])
def test_what_has_no_overlong_word_with_syllables_stays_as_it_is(text: str) -> None:
    assert soften_words(text) == text
