"""Every phrase that a scene may show, so that a theme can speak in its own voice."""

from typing import Annotated

from msgspec import Meta, Struct

Phrase = Annotated[str, Meta(min_length=1, max_length=80, pattern=r"^[^{}<>]*$")]
PricePhrase = Annotated[str, Meta(max_length=80, pattern=r"^[^{}<>]*\{price\}[^{}<>]*$")]
UnitPhrase = Annotated[str, Meta(max_length=80, pattern=r"^[^{}<>]*\{price\}[^{}<>]*\{per\}[^{}<>]*$")]
CodePhrase = Annotated[str, Meta(max_length=80, pattern=r"^[^{}<>]*\{code\}[^{}<>]*$")]
CountPhrase = Annotated[str, Meta(max_length=80, pattern=r"^[^{}<>]*\{count\}[^{}<>]*$")]
WayPhrase = Annotated[str, Meta(max_length=80, pattern=r"^[^{}<>]*\{to\}[^{}<>]*\{way\}[^{}<>]*$")]
ToPhrase = Annotated[str, Meta(max_length=80, pattern=r"^[^{}<>]*\{to\}[^{}<>]*$")]
NamesPhrase = Annotated[str, Meta(max_length=80, pattern=r"^[^{}<>]*\{names\}[^{}<>]*$")]
StampPhrase = Annotated[str, Meta(max_length=80, pattern=r"^[^{}<>]*\{have\}[^{}<>]*\{of\}[^{}<>]*$")]


class Words(Struct, frozen=True, forbid_unknown_fields=True):
    """One `words.<language>.toml`."""

    tap_here: Annotated[Phrase, Meta(description="Beside the card reader; at most four words.")]
    take_along: Annotated[Phrase, Meta(description="What an offer's QR code does.")]
    check_in: Annotated[Phrase, Meta(description="What the QR code at a door does; at most four words.")]
    saved: Annotated[Phrase, Meta(description="The headline once an offer is kept.")]
    saved_again: Annotated[Phrase, Meta(description="The headline for an offer that was kept before.")]
    saved_line: Annotated[Phrase, Meta(description="What comes next, below that headline.")]
    claim_line: Annotated[Phrase, Meta(description="What the code beside a kept offer does.")]
    stamps: Annotated[StampPhrase, Meta(description="How many stamps the shopper's card has, and how many fill it.")]
    stamps_full: Annotated[Phrase, Meta(description="That her stamp card is full.")]
    standby: Annotated[Phrase, Meta(description="The headline while there is nothing to play.")]
    standby_line: Annotated[Phrase, Meta(description="A kind word below it.")]
    lowest_30d: Annotated[PricePhrase, Meta(description="The small print that price law asks for.")]
    unit_price: Annotated[UnitPhrase, Meta(description="The price of a stated quantity.")]
    hint_hold_longer: Annotated[Phrase, Meta(description="The card was taken away too early.")]
    hint_use_code: Annotated[Phrase, Meta(description="This card or phone cannot keep an offer.")]
    hint_nothing_to_save: Annotated[Phrase, Meta(description="There is no offer to keep now.")]
    hint_not_saved: Annotated[Phrase, Meta(description="The offer could not be kept.")]
    touch_here: Annotated[Phrase, Meta(description="That the glass can be touched; at most four words.")]
    previous: Annotated[Phrase, Meta(description="To the offer before.")]
    next: Annotated[Phrase, Meta(description="To the next offer.")]
    other_language: Annotated[Phrase, Meta(description="The language that it changes to, in that language.")]
    larger: Annotated[Phrase, Meta(description="Larger text; one or two words, as those below.")]
    lower: Annotated[Phrase, Meta(description="The controls come lower down.")]
    read: Annotated[Phrase, Meta(description="Reads the offer aloud.")]
    advisor: Annotated[Phrase, Meta(description="Calls somebody of the staff.")]
    leave: Annotated[Phrase, Meta(description="Back to the loop.")]
    still_there: Annotated[Phrase, Meta(description="The question to somebody who touched nothing for long.")]
    still_there_line: Annotated[Phrase, Meta(description="What happens otherwise, below that question.")]
    stay: Annotated[Phrase, Meta(description="The answer that she is still there.")]
    stay_saved: Annotated[Phrase, Meta(description="More time for a kept offer and its code.")]
    keep_by_card: Annotated[Phrase, Meta(description="Read aloud: how a card keeps the offer.")]
    keep_by_code: Annotated[Phrase, Meta(description="Read aloud: how a phone keeps the offer.")]
    hint_advisor_called: Annotated[Phrase, Meta(description="The staff was told.")]
    shelf_deposit: Annotated[PricePhrase, Meta(description="On a shelf: the deposit that comes on top.")]
    shelf_weighed: Annotated[Phrase, Meta(description="On a shelf: that the price is for a kilogram.")]
    shelf_ask: Annotated[Phrase, Meta(description="On a shelf, in place of a price that nobody is certain of.")]
    hint_advisor_knows: Annotated[Phrase, Meta(description="The staff was told before.")]
    welcome: Annotated[
        Phrase, Meta(description="To somebody who comes in, read from afar: a word or two, no name, nothing of her.")
    ]
    welcome_line: Annotated[Phrase, Meta(description="A kind word below it.")]
    farewell: Annotated[
        Phrase, Meta(description="To somebody who goes by an exit, read from afar: a word or two, nothing of her.")
    ]
    farewell_line: Annotated[
        Phrase, Meta(description="Below it: that what she scanned is charged in ten minutes, if she allowed that.")
    ]
    called_line: Annotated[
        Phrase, Meta(description="Below the code by which somebody is called for what she ordered: that it is ready.")
    ]
    hint_welcome: Annotated[Phrase, Meta(description="Likewise to somebody who comes in, above an offer, on one line.")]
    hint_farewell: Annotated[Phrase, Meta(description="Likewise to somebody who goes, above an offer, on one line.")]
    hint_called: Annotated[
        CodePhrase, Meta(description="Likewise with the code of somebody who is called, above an offer, on one line.")
    ]
    hint_code_read: Annotated[Phrase, Meta(description="A code was scanned, and somebody looks up what it is.")]
    hint_in_basket: Annotated[Phrase, Meta(description="What was scanned lies in the basket of who is there.")]
    hint_basket_full: Annotated[Phrase, Meta(description="It does not, for the basket holds no more.")]
    hint_basket_locked: Annotated[Phrase, Meta(description="It does not, for the basket is being paid for.")]
    scan_offer: Annotated[Phrase, Meta(description="Of what was scanned: that there is an offer for it, on the phone.")]
    scan_stock: Annotated[CountPhrase, Meta(description="Of what was scanned: how many are there.")]
    scan_sold_out: Annotated[Phrase, Meta(description="That there are none.")]
    scan_variants: Annotated[NamesPhrase, Meta(description="Which other sizes or colours are there.")]
    scan_unreadable: Annotated[Phrase, Meta(description="The headline for a code that is none of an article.")]
    scan_unreadable_line: Annotated[Phrase, Meta(description="Which code to scan, below it.")]
    scan_unknown: Annotated[Phrase, Meta(description="The headline for an article that is not sold here.")]
    scan_not_sold: Annotated[Phrase, Meta(description="The headline for one that is sold here no more.")]
    scan_ask: Annotated[Phrase, Meta(description="That the staff is glad to help, below these and an odd label.")]
    scan_weigh_first: Annotated[Phrase, Meta(description="The headline for what the scales must label first.")]
    scan_weigh_first_line: Annotated[Phrase, Meta(description="That the price is on that label, below it.")]
    scan_odd_label: Annotated[Phrase, Meta(description="The headline for a label that no scales of the store print.")]
    scan_unanswered: Annotated[Phrase, Meta(description="The headline where nobody could look it up.")]
    scan_again: Annotated[Phrase, Meta(description="What to do then, below it.")]
    way_to: Annotated[WayPhrase, Meta(description="Which way the department of a kept offer is.")]
    way_here: Annotated[Phrase, Meta(description="That it is the one where the screen stands.")]
    next_stamp: Annotated[ToPhrase, Meta(description="In which department her stamp card waits for the next stamp.")]
    hint_card_read: Annotated[
        Phrase, Meta(description="To somebody whose card was read at the door, where a greeting stands already.")
    ]
