"""What a member reads while she pays, once per language."""

from collections.abc import Mapping
from types import MappingProxyType

from msgspec import Struct


class PayingWords(Struct, frozen=True):
    """The phrases of one language; `{...}` is filled in.

    `titles` and `texts` say how a payment stands, by the names that `pages/basket/paying_view.py` gives that, `comes`
    what she does not carry off by the way in which it comes to her, and `answers` what the training till can say.
    """

    language: str
    pay: str
    pay_nothing: str
    changed: str
    locked: str
    address: str
    address_hint: str
    address_missing: str
    use: str
    unused: str
    used: str
    brings: str
    due: str
    money: str
    total: str
    titles: Mapping[str, str]
    texts: Mapping[str, str]
    comes: Mapping[str, str]
    go_on: str
    card: str
    card_needs_script: str
    again: str
    receipt: str
    exit: str
    exit_text: str
    end: str
    basket: str
    training: str
    training_text: str
    answers: Mapping[str, str]


_GERMAN = PayingWords(
    language="de",
    pay="{amount} bezahlen",
    pay_nothing="Mit Coupons und Punkten bezahlen",
    changed="Am Warenkorb oder an den Preisen hat sich etwas geändert. Bitte sehen Sie noch einmal nach.",
    locked="Ihr Warenkorb wird gerade bezahlt. Danach können Sie weiter scannen.",
    address="Name und Anschrift für die Lieferung",
    address_hint="Nur für diese Lieferung: Ist sie unterwegs, löscht der Laden die Anschrift.",
    address_missing="Wohin dürfen wir liefern? Bitte geben Sie Name und Anschrift an.",
    use="Womit Sie bezahlen",
    unused="{have} einlösen: {worth} weniger",
    used="{have} werden eingelöst: {worth} weniger",
    brings="Dieser Einkauf bringt Ihnen {gift}.",
    due="Noch zu zahlen",
    money="Bezahlt",
    total="Summe",
    titles=MappingProxyType(
        {
            "open": "Bezahlen",
            "declined": "Das hat nicht geklappt",
            "processing": "Ihre Zahlung läuft",
            "unclear": "Wir fragen noch nach",
            "unreachable": "Wir erreichen Ihre Zahlung nicht",
            "paid": "Bezahlt, vielen Dank",
            "released": "Nicht bezahlt",
        }
    ),
    texts=MappingProxyType(
        {
            "open": "Ihr Preis ist festgehalten, Ihre Coupons und Punkte sind zurückgelegt.",
            "declined": "Die Zahlung wurde abgelehnt, abgebucht wurde nichts. Versuchen Sie es noch einmal, etwa mit "
            "einer anderen Karte, oder brechen Sie ab: Coupons und Punkte bleiben Ihnen.",
            "processing": "Ihre Bank bestätigt sie gerade. Sie können diese Seite offen lassen oder später "
            "wiederkommen, bezahlt wird nur einmal.",
            "unclear": "Gerade antwortet uns niemand, ob die Zahlung ankam. Bitte zahlen Sie nicht noch einmal: Wir "
            "fragen von selbst weiter, und abgebucht wird höchstens einmal. Eilt es, helfen wir Ihnen an der Kasse.",
            "unreachable": "Der Zahlungsanbieter sagt uns nicht, wie Ihre Zahlung steht. Bitte zahlen Sie nicht noch "
            "einmal, sondern kommen Sie an die Kasse: Dort klären wir es mit Ihnen. Warenkorb, Coupons und Punkte "
            "bleiben so lange festgehalten, und wir fragen von selbst weiter.",
            "paid": "Ihre Coupons und Punkte sind verrechnet, und was der Einkauf bringt, ist gutgeschrieben.",
            "released": "Abgebucht wurde nichts, und Coupons und Punkte sind wieder bei Ihnen. Die Ware liegt noch im "
            "Warenkorb.",
        }
    ),
    comes=MappingProxyType(
        {
            "pick_up": "Etwas davon holen Sie am Abholtresen ab. Wir sagen Ihnen, wann es bereitliegt.",
            "home": "Etwas davon wird Ihnen geliefert. Wir sagen Ihnen, wann es unterwegs ist.",
        }
    ),
    go_on="Weiter zur Zahlung",
    card="Ihre Karte",
    card_needs_script="Karten gehen nur mit JavaScript: Ihre Nummer sieht allein der Zahlungsanbieter. Sie können auch "
    "abbrechen und an der Kasse zahlen.",
    again="Noch einmal nachsehen",
    receipt="Kassenbon",
    exit="Zeigen Sie das am Ausgang",
    exit_text="Der Code gilt einmal und zwei Minuten lang. Die Seite erneuert ihn von selbst; laden Sie sie sonst neu.",
    end="Abbrechen",
    basket="Zum Warenkorb",
    training="Trainingskasse",
    training_text="Hier fließt kein Geld. Wählen Sie, was ein Zahlungsanbieter antworten würde.",
    answers=MappingProxyType(
        {"approve": "Zahlung annehmen", "decline": "Zahlung ablehnen", "late": "Erst in 20 Sekunden annehmen"}
    ),
)
_ENGLISH = PayingWords(
    language="en",
    pay="Pay {amount}",
    pay_nothing="Pay with your coupons and points",
    changed="Something of the basket or its prices has changed. Please look once more.",
    locked="Your basket is being paid for. You can scan on once that is over.",
    address="Name and address for the delivery",
    address_hint="For this delivery alone: once it is on its way, the store deletes the address.",
    address_missing="Where may we deliver it? Please give a name and an address.",
    use="What you pay with",
    unused="Use {have}: {worth} less",
    used="{have} are used: {worth} less",
    brings="This purchase brings you {gift}.",
    due="Left to pay",
    money="Paid",
    total="Total",
    titles=MappingProxyType(
        {
            "open": "Pay",
            "declined": "That did not work",
            "processing": "Your payment is on its way",
            "unclear": "We are still asking",
            "unreachable": "We cannot reach your payment",
            "paid": "Paid, thank you",
            "released": "Not paid",
        }
    ),
    texts=MappingProxyType(
        {
            "open": "Your price is held, and your coupons and points are laid by.",
            "declined": "The payment was declined, and nothing was taken. Try once more, perhaps with another card, "
            "or call it off: you keep your coupons and points.",
            "processing": "Your bank is confirming it. You may leave this page open or come back later; you pay only "
            "once.",
            "unclear": "Nobody tells us right now whether the payment arrived. Please do not pay again: we go on "
            "asking by ourselves, and at most one payment is taken. If you are in a hurry, we help you at the till.",
            "unreachable": "The payment provider does not tell us how your payment stands. Please do not pay again, "
            "but come to the till: we settle it there with you. Basket, coupons and points are held until then, "
            "and we go on asking by ourselves.",
            "paid": "Your coupons and points are settled, and what the purchase brings is yours.",
            "released": "Nothing was taken, and your coupons and points are yours again. The goods still lie in your "
            "basket.",
        }
    ),
    comes=MappingProxyType(
        {
            "pick_up": "Some of it you pick up at the pick-up desk. We tell you when it is ready.",
            "home": "Some of it is delivered to you. We tell you when it is on its way.",
        }
    ),
    go_on="Go on to pay",
    card="Your card",
    card_needs_script="Cards need JavaScript: the payment provider alone sees your number. You can also call it off, "
    "and pay at the till.",
    again="Look again",
    receipt="Receipt",
    exit="Show this at the exit",
    exit_text="The code is good once, for two minutes. The page renews it by itself; otherwise load it again.",
    end="Call it off",
    basket="To the basket",
    training="Training till",
    training_text="No money moves here. Choose what a payment provider would answer.",
    answers=MappingProxyType(
        {"approve": "Approve the payment", "decline": "Decline the payment", "late": "Approve it in 20 seconds"}
    ),
)


def choose_paying_words(language: str) -> PayingWords:
    """The phrases in this language; English where there are none."""
    return _GERMAN if language == "de" else _ENGLISH
