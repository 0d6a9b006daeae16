"""What a member reads of her basket, once per language."""

from collections.abc import Mapping
from types import MappingProxyType

from msgspec import Struct


class BasketWords(Struct, frozen=True):
    """The phrases of one language; `{...}` is filled in.

    `ways` are how goods come to her, `notes` what is to be said of a line, and `misses` why a code leads nowhere, by
    the names that `domain/basket/` gives them.
    """

    language: str
    link: str
    title: str
    lead: str
    empty: str
    code: str
    code_hint: str
    scan: str
    add: str
    fewer: str
    more: str
    remove: str
    change: str
    ways: Mapping[str, str]
    way: str
    family: str
    variant: str
    latest: str
    stock: str
    sold_out: str
    matching: str
    keep: str
    offline: str
    queue_full: str
    waiting: str
    refused: str
    understood: str
    notes: Mapping[str, str]
    accept: str
    total: str
    saved: str
    tax: str
    idle: str
    look_code: str
    ready: str
    not_ready: str
    misses: Mapping[str, str]
    full: str


_GERMAN = BasketWords(
    language="de",
    link="Ihr Warenkorb",
    title="Ihr Warenkorb",
    lead="Scannen Sie, was Sie mitnehmen, abholen oder sich bringen lassen. Auf all Ihren Handys liegt dasselbe darin.",
    empty="Noch liegt nichts darin.",
    code="Code auf der Ware",
    code_hint="Die Ziffern unter den Strichen, zum Beispiel 4012345000016.",
    scan="Mit der Kamera scannen",
    add="Hineinlegen",
    fewer="{title}: ein Stück weniger",
    more="{title}: noch ein Stück",
    remove="{title} herausnehmen",
    change="Ändern",
    ways=MappingProxyType({"take": "Mitnehmen", "pick_up": "Abholen", "home": "Liefern"}),
    way="{title}: wie es zu Ihnen kommt",
    family="Gibt es auch in {variants}",
    variant="{name} (noch {count})",
    latest="Zuletzt gescannt",
    stock="Noch {count} vorrätig",
    sold_out="Zurzeit nicht vorrätig",
    matching="Passt dazu",
    keep="Merken",
    offline="Kein Netz. Scannen Sie ruhig weiter: Dieses Handy merkt es sich und schickt es, sobald es wieder geht.",
    queue_full="Mehr kann sich dieses Handy ohne Netz nicht merken. Was Sie jetzt noch eintippen, bleibt stehen: "
    "Schicken Sie es, sobald wieder Netz da ist.",
    waiting="Wartet auf das Netz",
    refused="Nicht angenommen",
    understood="Verstanden",
    notes=MappingProxyType(
        {
            "price_rose": "Kostet jetzt mehr: vorher {was}.",
            "price_fell": "Kostet jetzt weniger: vorher {was}. Sie zahlen den neuen Preis.",
            "not_sold": "Wird nicht mehr verkauft und nicht berechnet. Nehmen Sie es bitte heraus.",
            "scan_again": "Verkaufen wir so nicht. Nehmen Sie es bitte heraus, und scannen Sie es noch einmal.",
            "sold_out": "Davon ist keins mehr vorrätig. Halten Sie es schon in der Hand, wählen Sie „Mitnehmen“; sonst "
            "nehmen Sie es bitte heraus.",
            "too_few": "So viele sind nicht vorrätig: nur {left}.",
            "asks_age": "Erst ab {age} Jahren: jemand vom Personal sieht kurz nach.",
            "refused_age": "Erst ab {age} Jahren, daher können Sie es nicht kaufen. Nehmen Sie es bitte heraus.",
        }
    ),
    accept="Neue Preise sind in Ordnung",
    total="Summe",
    saved="Sie sparen {amount}",
    tax="Darin {tax} MwSt. zu {rate} % auf {gross}",
    idle="Was noch geht",
    look_code="Zeigen Sie dem Personal diesen Code",
    ready="Alles bereit. Zeigen Sie diese Seite an der Kasse.",
    not_ready="Vor dem Bezahlen ist noch etwas zu klären, es steht bei der Ware.",
    misses=MappingProxyType(
        {
            "empty": "Bitte geben Sie einen Code ein.",
            "no_code": "Das ist kein Code von einer Ware. Gemeint sind die Ziffern unter den Strichen.",
            "wrong_length": "Da fehlen Ziffern, oder es sind zu viele. Die meisten Codes haben 13.",
            "wrong_check_digit": "Eine Ziffer stimmt nicht. Vergleichen Sie bitte noch einmal.",
            "wrong_measure_digit": "Eine Ziffer stimmt nicht. Vergleichen Sie bitte noch einmal.",
            "too_long": "Dieser Code ist zu lang für eine Ware.",
            "not_understood": "Diesen Code können wir nicht lesen.",
            "no_article": "Dieser Code gehört zu keiner Ware.",
            "unknown": "Diese Ware kennen wir hier nicht. Fragen Sie uns gern, wir sehen nach.",
            "not_sold": "Diese Ware verkaufen wir nicht mehr.",
            "not_weighed": "Bitte wiegen Sie es erst, und scannen Sie das Etikett der Waage.",
            "no_label": "Bitte scannen Sie das Etikett mit dem Preis.",
            "odd_label": "So steht es auf keinem unserer Etiketten für diese Ware. Fragen Sie bitte das Personal.",
            "absurd_measure": "Was auf dem Etikett steht, kann nicht sein. Fragen Sie uns bitte.",
            "other_currency": "Das Etikett nennt einen Preis in einer anderen Währung.",
        }
    ),
    full="Mehr passt nicht in den Warenkorb.",
)
_ENGLISH = BasketWords(
    language="en",
    link="Your basket",
    title="Your basket",
    lead="In the store, scan what you take along, pick up or have brought home. It is the same on each of your phones.",
    empty="Nothing in it yet.",
    code="Code on the goods",
    code_hint="The digits below the bars, such as 4012345000016.",
    scan="Scan with the camera",
    add="Put it in",
    fewer="{title}: one less",
    more="{title}: one more",
    remove="Take {title} out",
    change="Change",
    ways=MappingProxyType({"take": "Take along", "pick_up": "Pick up", "home": "Deliver"}),
    way="{title}: how it comes to you",
    family="Also in {variants}",
    variant="{name} ({count} left)",
    latest="Scanned last",
    stock="{count} in stock",
    sold_out="Not in stock at present",
    matching="Goes with it",
    keep="Keep it",
    offline="No network. Just scan on: this phone keeps it, and sends it as soon as it can.",
    queue_full="This phone can keep no more without network. What you type now stays where it is: send it "
    "as soon as the network is back.",
    waiting="Waits for the network",
    refused="Not accepted",
    understood="Understood",
    notes=MappingProxyType(
        {
            "price_rose": "Costs more now: {was} before.",
            "price_fell": "Costs less now: {was} before. You pay the new price.",
            "not_sold": "Is sold no more, and not charged. Please take it out.",
            "scan_again": "We do not sell it like that. Please take it out, and scan it once more.",
            "sold_out": "None of these is left. If you hold it in your hands, choose “Take along”; otherwise please "
            "take it out.",
            "too_few": "There are not so many: only {left}.",
            "asks_age": "From {age} years on: one of the staff has a quick look.",
            "refused_age": "From {age} years on, so you cannot buy it. Please take it out.",
        }
    ),
    accept="The new prices are fine",
    total="Total",
    saved="You save {amount}",
    tax="Of it {tax} VAT at {rate}% on {gross}",
    idle="What else you could have",
    look_code="Show this code to one of the staff",
    ready="All is ready. Show this page at the till.",
    not_ready="Something is to be settled before you pay, as it says beside the goods.",
    misses=MappingProxyType(
        {
            "empty": "Please type a code.",
            "no_code": "That is no code of an article. It is the digits below the bars.",
            "wrong_length": "Digits are missing, or there are too many. Most codes have 13.",
            "wrong_check_digit": "A digit is wrong. Please compare once more.",
            "wrong_measure_digit": "A digit is wrong. Please compare once more.",
            "too_long": "This code is too long for an article.",
            "not_understood": "We cannot read this code.",
            "no_article": "This code belongs to no article.",
            "unknown": "We do not know this article here. Please ask us, and we look it up.",
            "not_sold": "We do not sell this any more.",
            "not_weighed": "Please weigh it first, and scan the label of the scales.",
            "no_label": "Please scan the label with the price.",
            "odd_label": "No label of ours says this of these goods. Please ask the staff.",
            "absurd_measure": "What the label says cannot be. Please ask us.",
            "other_currency": "The label states a price in another currency.",
        }
    ),
    full="No more fits into the basket.",
)


def choose_basket_words(language: str) -> BasketWords:
    """The phrases in this language; English where there are none."""
    return _GERMAN if language == "de" else _ENGLISH
