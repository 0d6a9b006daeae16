from kiosk.hub.text.receipt_words import choose_receipt_words


def test_german_and_english_are_written_and_others_read_english() -> None:
    assert [choose_receipt_words(language).language for language in ("de", "en", "fr")] == ["de", "en", "en"]
    assert set(choose_receipt_words("de").paid) == set(choose_receipt_words("en").paid)
