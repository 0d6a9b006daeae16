import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.hub.replies.answer import LONGEST, find_answer

_QUOTED = "\n> Kleine Freude schreibt Ihnen:\n>\n> Ja, in Blau\n"


@pytest.mark.parametrize(
    ("mail", "answer"),
    [
        (
            "Ja, gern!\r\n\r\nAm So., 22. Nov. 2026 um 10:00 Uhr schrieb Shop\r\n<hello@shop.example>:\r\n" + _QUOTED,
            "Ja, gern!",
        ),
        ("Yes please\n\nOn Sun, Nov 22, 2026 at 10:00 AM Kleine Freude <a@b.example> wrote:\n" + _QUOTED, "Yes please"),
        (
            "Ja bitte.\n\nVon: Shop <a@b.example>\nGesendet: Sonntag\nAn: m@e.example\nBetreff: Zu\n\nJa",
            "Ja bitte.",
        ),
        (
            "Yes.\n\n________________________________\nFrom: Shop <a@b.example>\nSent: Sunday\nTo: m\nSubject: On",
            "Yes.",
        ),
        (
            "Ja\n\nVon meinem iPhone gesendet\n\n> Am 22.11.2026 um 10:00 schrieb Shop <a@b.example>:\n> \n> Text\n",
            "Ja",
        ),
        ("Habt ihr sie in Rot?\n-- \nMara\nTel 0123", "Habt ihr sie in Rot?"),
        ("> Blau?\nJa\n> Rot?\nNein", "> Blau?\nJa\n> Rot?\nNein"),
        ("Am Montag schrieb mir jemand 9 Uhr.\n\n\n\n\nMara", "Am Montag schrieb mir jemand 9 Uhr.\n\nMara"),
        ("> x\n\n> y", ""),
        ("", ""),
    ],
)
def test_what_was_written_anew_is_found(mail: str, answer: str) -> None:
    assert find_answer(mail) == answer


@pytest.mark.parametrize(
    "mail",
    [
        "\n" * LONGEST,
        "On " * LONGEST,
        "Von: a\n" * LONGEST,
        "On a\n" * LONGEST + "wrote",
        "> a\nb\n" * LONGEST,
        "-- \n" * LONGEST,
    ],
)
@pytest.mark.timeout(60)  # where its cost grew faster than its length it would take hours
def test_hostile_text_is_read_to_its_end(mail: str) -> None:
    assert len(find_answer(mail)) <= len(mail)


@given(st.text(alphabet=st.sampled_from("Am On wrote: schrieb Von:\n>-- <a@b>"), max_size=300))
def test_whatever_it_is_is_read(mail: str) -> None:
    assert len(find_answer(mail)) <= len(mail)
