from sqlalchemy import select

from kiosk.hub.context import Hub
from kiosk.hub.domain.kept.redemption import redeem_bookmark
from kiosk.hub.models.benefits.referral_code import ReferralCode
from kiosk.hub.models.members.member import Member
from kiosk.hub.pages.benefits.benefit_sheet import gather_benefits, try_code
from kiosk.hub.text.words import ENGLISH, GERMAN
from tests.hub.domain.benefits.own_page import keep_with_card


def test_a_code_may_be_entered_before_the_first_purchase_alone(hub: Hub) -> None:
    with hub.database.write() as session:
        key = session.scalars(select(Member.key).where(Member.visits == 1)).one()
    bookmark = keep_with_card(hub, key, "b")
    told = list[object]()
    with hub.database.write() as session:
        member = session.get_one(Member, key)
        told.append(gather_benefits(hub, session, member, GERMAN)["may_enter"])
        redeem_bookmark(hub, session, session.merge(bookmark))
        told.append(gather_benefits(hub, session, member, GERMAN)["may_enter"])

    assert told == [True, False]


def test_why_a_code_does_not_count_is_said_in_her_words(hub: Hub) -> None:
    with hub.database.write() as session:
        anna, *_, dora = session.scalars(select(Member).order_by(Member.visits)).all()
        session.add(ReferralCode(member_key=dora.key, code="K7Q42MFX"))
        session.flush()
        said = [try_code(hub, session, anna, "nonsense", words) for words in (GERMAN, ENGLISH)]

        assert try_code(hub, session, anna, "k7q4-2mfx", GERMAN) == ""

    assert said == [
        "Diesen Code gibt es nicht. Vielleicht ein Tippfehler?",
        "There is no such code. A slip of the keys?",
    ]
