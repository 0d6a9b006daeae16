import pytest

from kiosk.hub.context import Hub
from kiosk.hub.domain.labels.roster import ArticleUnknown, assign_label, find_labelled, list_standings
from kiosk.hub.models.catalogue.article import Article
from kiosk.hub.sample.shop import STORE
from tests.hub.running import NOW

MAC = "00000197E5CB3B38"


def test_an_article_is_found_by_its_code_as_it_is_printed_or_kept(hub: Hub) -> None:
    with hub.database.write() as session:
        found = {find_labelled(session, STORE, code).code for code in ("4012345000016", "04012345000016", "281001")}
        assert found == {"04012345000016", "281001"}

        session.get_one(Article, (STORE, "281001")).archived_at = NOW
        for code in ("281001", "4012345000017", "beer", ""):
            with pytest.raises(ArticleUnknown):
                find_labelled(session, STORE, code)


def test_a_label_that_moves_to_another_article_is_held_against_its_price_anew(hub: Hub) -> None:
    with hub.database.write() as session:
        for code in ("4012345000016", "4012345000023"):
            assign_label(session, STORE, MAC, find_labelled(session, STORE, code), NOW)
        (one,) = list_standings(session, STORE, NOW)

    assert (one.label.code, one.label.compared_at) == ("04012345000023", None)
    assert one.title["de"] == "Pilzleuchte"


def test_labels_that_need_somebody_come_first(hub: Hub) -> None:
    with hub.database.write() as session:
        for mac, code in (("A" * 16, "4012345000016"), ("B" * 16, "4012345000023")):
            assign_label(session, STORE, mac, find_labelled(session, STORE, code), NOW)
        session.flush()
        well, _ = (one.label for one in list_standings(session, STORE, NOW))
        well.told_at = NOW

        assert [one.label.mac for one in list_standings(session, STORE, NOW)] == ["B" * 16, "A" * 16]
