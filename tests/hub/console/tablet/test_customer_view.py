from datetime import timedelta

from kiosk.hub.domain.profile.diary import Origin, keep_fact
from kiosk.hub.domain.profile.fact import Detail, Fact
from kiosk.hub.models.conversation.bookmark import Bookmark
from kiosk.hub.sample.shop import STORE
from tests.hub.console.clerk import Clerk
from tests.hub.console.tablet.customers import meet
from tests.hub.counter import Shopper


def test_what_she_kept_has_its_price_and_what_became_of_it(sam: Clerk, anna: Shopper) -> None:
    root = meet(sam, anna)
    page = sam.open(f"{root}/see/kept").text
    with sam.running.hub.database.write() as session:
        session.get_one(Bookmark, "b-o-mug").state = "redeemed"
    bought = sam.open(f"{root}/see/kept").text

    said = ("Steinzeugbecher", "22,90", "Gemerkt heute, 10:00", "Zurücklegen oder bestellen")
    assert [text for text in said if text not in page] == []
    assert ("Eingelöst" in bought, "Zurücklegen oder bestellen" in bought) == (True, False)


def test_her_wishes_come_latest_first_with_her_sizes(sam: Clerk, anna: Shopper) -> None:
    hub = sam.running.hub
    with hub.database.write() as session:
        key = session.get_one(Bookmark, "b-o-mug").member_key
        for number, what in enumerate(("Teekanne", "Kerze")):
            fact = Fact("wished", hub.now() + timedelta(minutes=number), Detail(("home",), what=what))
            keep_fact(session, Origin(STORE, "web", f"e-{number}"), key, fact)
    anna.press("/sizes", sizes="Schuhe 38")
    page = sam.open(f"{meet(sam, anna)}/see/wishes").text

    assert page.index("Kerze") < page.index("Teekanne")
    assert "Schuhe 38" in page


def test_who_wishes_and_wears_nothing_shows_that(sam: Clerk, anna: Shopper) -> None:
    page = sam.open(f"{meet(sam, anna)}/see/wishes").text

    assert "Auf der Wunschliste steht nichts." in page
    assert "Keine angegeben." in page


def test_the_conversation_is_whole_and_live(sam: Clerk, anna: Shopper) -> None:
    root = meet(sam, anna)
    before = sam.open(f"{root}/see/conversation").text
    anna.write("<b>Gibt es ihn in Blau?</b>")
    after = sam.open(f"{root}/live/conversation").text

    assert "Schön, dass Sie da sind." in before
    assert "&lt;b&gt;Gibt es ihn in Blau?&lt;/b&gt;" in after
