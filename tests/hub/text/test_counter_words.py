import re
from typing import get_args

from kiosk.hub.domain.handshake.agreement import SHARES
from kiosk.hub.domain.handshake.reservation import WAYS, State
from kiosk.hub.models.handshake.handshake_step import Kind
from kiosk.hub.models.people.person import ROLES
from kiosk.hub.models.people.record_look import Record
from kiosk.hub.text.counter_words import ENGLISH, GERMAN, choose_counter_words


def test_who_speaks_another_language_reads_english() -> None:
    assert [choose_counter_words(language) for language in ("de", "en", "fr")] == [GERMAN, ENGLISH, ENGLISH]


def test_both_languages_fill_in_the_same() -> None:
    names = GERMAN.__struct_fields__
    blanks = [{name: re.findall(r"{\w+}", str(getattr(words, name))) for name in names} for words in (GERMAN, ENGLISH)]

    assert blanks[0] == blanks[1]


def test_there_is_a_phrase_for_each_part_step_look_state_and_way() -> None:
    for words in (GERMAN, ENGLISH):
        assert set(words.shares) == set(SHARES)
        assert set(words.steps) == set(get_args(Kind))
        assert set(words.records) == set(get_args(Record))
        assert set(words.roles) == set(ROLES)
        assert set(words.states) == set(get_args(State))
        assert set(WAYS) <= set(words.messages)
