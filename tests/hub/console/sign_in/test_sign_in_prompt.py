from kiosk.hub.console.sign_in.sign_in_prompt import read_held
from kiosk.hub.models.people.sign_in import MOST_IDLE
from tests.hub.console.clerk import PASSWORD, Clerk, read_fields

HOSTILE = "<script>alert(1)</script> \"'"


def test_what_was_typed_while_the_sign_in_ended_is_not_lost_and_not_saved_unseen(mara: Clerk) -> None:
    typed = {**read_fields(mara.open("/console/offers/o-mug")), "title_de": HOSTILE, "intent": "save"}
    mara.running.dial.turn(MOST_IDLE)

    asked = mara.send("/console/offers/o-mug", typed)
    assert (asked.status_code, "nicht verloren" in asked.text, "<script>" in asked.text) == (401, True, False)
    back = mara.send("/console/sign-in", {**read_fields(asked), "name": "mara", "password": PASSWORD})
    assert "Weiter mit meinen Eingaben" in back.text
    form = mara.send("/console/offers/o-mug", read_fields(back))

    assert read_fields(form)["title_de"] == HOSTILE
    assert "script" not in mara.open("/console/offers").text.split("</head>")[1]
    assert mara.send("/console/offers/o-mug", {**read_fields(form), "intent": "save"}).status_code == 200
    assert "alert(1)" in mara.open("/console/offers").text


def test_a_part_of_a_page_that_asks_in_vain_leaves_the_form_as_it_is(mara: Clerk) -> None:
    typed = read_fields(mara.open("/console/offers/o-mug"))
    mara.running.dial.turn(MOST_IDLE)

    answer = mara.send("/console/offers/o-mug", typed, headers={"HX-Request": "true"})

    assert (answer.status_code, answer.text, "HX-Redirect" in answer.headers) == (401, "", False)


def test_what_is_held_is_fields_and_texts_or_nothing() -> None:
    assert read_held('[["title_de", "Becher"]]') == [("title_de", "Becher")]
    for text in ("", "{}", "[", "[" * 5000, '[["a"]]', "[[1, 2]]", "\ud800"):
        assert read_held(text) == []
