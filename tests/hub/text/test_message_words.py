from kiosk.hub.text.message_words import ENGLISH, GERMAN, choose_message_words


def test_who_speaks_another_language_reads_english() -> None:
    assert [choose_message_words(language) for language in ("de", "en", "fr")] == [GERMAN, ENGLISH, ENGLISH]


def test_a_mail_says_who_writes_what_and_where_to_answer() -> None:
    for words in (GERMAN, ENGLISH):
        mail = words.mail.format(store="S", text="T", url="U")

        assert [part for part in ("S", "T", "U") if part not in mail] == []
        assert words.subject.format(offer="Becher") != words.subject
