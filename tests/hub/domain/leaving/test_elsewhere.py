"""What lay on another phone, or went by a till, is not what she carries out; and a day is that of her visit."""

from datetime import timedelta

from kiosk.hub.domain.basket.change import Add, change_basket
from kiosk.hub.domain.joining.account import Proof, enter_account
from kiosk.hub.domain.joining.attachment import attach_phone
from kiosk.hub.domain.profile.receipt import Bill, Buyer, keep_receipt
from kiosk.hub.models.benefits.earning import Earning
from kiosk.hub.models.members.credential import add_browser
from kiosk.hub.models.members.member import Member
from kiosk.hub.models.members.member_sign_in import begin_member_sign_in
from kiosk.hub.models.store.till import Till
from kiosk.hub.sample.shop import STORE, TILL
from kiosk.hub.text.leaving_words import choose_leaving_words
from tests.hub.domain.basket.goods import PEN
from tests.hub.domain.leaving.test_judgement import expect_asked
from tests.hub.domain.leaving.walker import Walker

_MINUTE = timedelta(minutes=1)
_PROOF = Proof("mara@example.com")
_OWN_PHONE, _SECOND_PHONE = "p" * 64, "q" * 64


def sign_in(walker: Walker) -> None:
    """On her own phone."""
    with walker.hub.database.write() as session:
        account = enter_account(walker.hub, session, STORE, _PROOF, "en")
        attach_phone(walker.hub, session, account, _OWN_PHONE)
        begin_member_sign_in(session, "t" * 64, account.member_key, walker.hub.now())
        walker.key = account.member_key


def scan_on_second_phone(walker: Walker) -> None:
    """On which nobody is signed in."""
    with walker.hub.database.write() as session:
        other = Member(key="s_second", store_id=STORE, joined_at=walker.hub.now(), language="en", segments=[])
        session.add(other)
        session.flush()
        add_browser(session, STORE, _SECOND_PHONE, other.key)
        change_basket(walker.hub, session, other, "days-ago", Add(PEN))


def test_what_lay_on_a_second_phone_for_days_is_not_carried_out_of_a_visit_on_which_she_signs_in_there(
    walker: Walker,
) -> None:
    sign_in(walker)
    scan_on_second_phone(walker)
    walker.dial.turn(timedelta(days=3))
    walker.allow("150")
    walker.shop()
    with walker.hub.database.write() as session:
        attach_phone(walker.hub, session, enter_account(walker.hub, session, STORE, _PROOF, "en"), _SECOND_PHONE)
    walker.see()
    walker.dial.turn(_MINUTE)
    walker.walk_out()

    expect_asked(walker, "packed_before")


def test_a_receipt_of_a_till_whose_clock_is_slow_is_one_of_this_visit(walker: Walker) -> None:
    walker.allow()
    walker.shop()
    with walker.hub.database.write() as session:
        session.add(Earning(store_id=STORE, key="receipt:r-1", fingerprint="f", findings=[], member_key=walker.key))
        till = session.get_one(Till, (STORE, TILL))
        bill = Bill("r-1", "f", walker.hub.now() - 5 * _MINUTE, walker.look().due.amount, "EUR", [])
        keep_receipt(walker.hub, session, till, bill, lambda: Buyer(walker.key, "receipt:r-1"))
    walker.dial.turn(_MINUTE)
    walker.walk_out()

    expect_asked(walker, "at_a_till")


def test_the_second_visit_of_a_day_is_not_charged_though_it_is_found_after_midnight(walker: Walker) -> None:
    walker.dial.time = walker.dial.time.replace(hour=21, minute=0)  # 22:00 in Berlin
    walker.allow()
    walker.shop()
    walker.walk_out()
    walker.dial.time = walker.dial.time.replace(hour=22, minute=50)
    walker.shop()
    walker.walk_out()

    assert walker.list_payments() == [("paid", "exit")]
    assert choose_leaving_words("en").doubts["charged_today"] in walker.list_told()[-1]
