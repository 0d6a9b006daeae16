"""What a member reads of being charged as she leaves, once per language."""

from collections.abc import Mapping
from types import MappingProxyType

from msgspec import Struct


class LeavingWords(Struct, frozen=True):
    """The phrases of one language; `{...}` is filled in.

    `doubts` end the sentence that says why nothing was charged, by the names of `domain/visit/doubt.py`; `titles` and
    `texts` say how what she allowed stands, by the names of `pages/basket/mandate_view.py`. `leave` stands on the
    button that charges.
    """

    language: str
    link: str
    when: str
    when_text: str
    never: str
    never_text: str
    most: str
    most_hint: str
    most_wrong: str
    allow: str
    titles: Mapping[str, str]
    texts: Mapping[str, str]
    card: str
    card_needs_script: str
    keep: str
    training: str
    training_text: str
    named: Mapping[str, str]
    go_on: str
    change: str
    revoke: str
    stop: str
    leave: str
    foreseen: str
    foreseen_not: str
    at_screen: str
    confirm: str
    asked: str
    going: str
    going_title: str
    going_text: str
    still_here: str
    charged: str
    ended: str
    doubts: Mapping[str, str]


_GERMAN = LeavingWords(
    language="de",
    link="Beim Gehen bezahlen",
    when="Wann wir abbuchen",
    when_text="Wenn Sie Ihren Besuch auf dem Handy beenden. Oder wenn ein Bildschirm an einem Ausgang Ihren Beacon "
    "oder Ihre fälschungssichere Karte sieht, nachdem Sie gescannt haben. Dann schreiben wir Ihnen sofort, was wir "
    "abbuchen. Das tun wir nach zehn Minuten, wenn bis dahin kein Zeichen mehr von Ihnen kommt.",
    never="Wann nicht",
    never_text="Ist irgendetwas unklar, buchen wir nichts ab und fragen Sie: etwa bei einem geänderten Preis, bei "
    "Gewogenem, bei Ware nur für Erwachsene, oder wenn heute jemand in Ihre Tasche sehen soll.",
    most="Höchstens je Besuch",
    most_hint="Von {least} bis {most}. Kostet ein Einkauf mehr, buchen wir nichts ab.",
    most_wrong="Bitte geben Sie einen Betrag von {least} bis {most} an, zum Beispiel {example}.",
    allow="Erlauben und Karte hinterlegen",
    titles=MappingProxyType(
        {
            "off": "Beim Gehen bezahlen",
            "naming": "Karte hinterlegen",
            "unclear": "Wir fragen noch nach",
            "on": "Beim Gehen bezahlen ist an",
        }
    ),
    texts=MappingProxyType(
        {
            "off": "Sie scannen, gehen, und was Sie mitnehmen, wird abgebucht. Das gilt nur, wenn Sie es hier "
            "erlauben, und nur bis zu der Grenze, die Sie selbst setzen.",
            "naming": "Jetzt wird nichts abgebucht. Ihre Nummer sieht allein der Zahlungsanbieter, nie der Laden.",
            "unclear": "Der Zahlungsanbieter antwortet gerade nicht. Solange das so ist, buchen wir nichts ab.",
            "on": "Höchstens {most} je Besuch, und höchstens einmal am Tag.",
        }
    ),
    card="Ihre Karte",
    card_needs_script="Karten gehen nur mit JavaScript: Ihre Nummer sieht allein der Zahlungsanbieter.",
    keep="Karte hinterlegen",
    training="Trainingskasse",
    training_text="Hier fließt kein Geld. Wählen Sie, was Sie hinterlegen.",
    named=MappingProxyType({"pays": "Eine Karte, die zahlt", "declines": "Eine Karte, die abgelehnt wird"}),
    go_on="Weiter",
    change="Grenze ändern",
    revoke="Nicht mehr erlauben",
    stop="Abbrechen",
    leave="Gehen und {amount} bezahlen",
    foreseen="Wenn Sie den Besuch beenden, buchen wir {amount} für Ihren Warenkorb ab.",
    foreseen_not="Wenn Sie den Besuch beenden, buchen wir nichts ab, denn {doubt}.",
    at_screen="An einem Bildschirm mit Ihrer Karte gescannt: {titles}. Beim Gehen buchen wir erst ab, wenn Sie sagen, "
    "dass alles zu diesen Preisen Ihres ist.",
    confirm="Ja, alles ist meines",
    asked="In Ihrem Warenkorb liegt noch, was Sie bei Ihrem Besuch gescannt haben, und es ist nicht bezahlt. Abgebucht "
    "haben wir nichts, denn {doubt}. Bitte bezahlen Sie es im Warenkorb, oder nehmen Sie heraus, was Sie dagelassen "
    "haben.",
    going="Sie sind wohl gerade gegangen. Ab {time} Uhr buchen wir wie erlaubt {amount} für Ihren Warenkorb ab.\n\n"
    "Sind Sie noch im Laden? Dann sagen Sie es uns hier, und wir buchen nichts ab: {page}",
    going_title="Sind Sie gegangen?",
    going_text="Ein Bildschirm am Ausgang hat Sie gesehen. Ab {time} Uhr buchen wir {amount} für Ihren Warenkorb ab, "
    "wenn bis dahin kein Zeichen mehr von Ihnen kommt.",
    still_here="Ich bin noch hier",
    charged="Sie sind gegangen, und wie Sie es erlaubt haben, haben wir {amount} abgebucht. Ihr Kassenbon Nr. {number}:"
    " {receipt}\n\nStimmt etwas nicht, antworten Sie einfach hier: Wir prüfen es, und zu Unrecht Abgebuchtes "
    "geht zurück. Ware nehmen wir mit dieser Nummer im Laden zurück.",
    ended="Woran wir Sie erkennen, hat sich geändert, zum Beispiel weil Sie sich angemeldet haben. Darum ist das "
    "Bezahlen beim Gehen jetzt aus, und der Zahlungsanbieter löscht Ihre Karte. Möchten Sie es weiter nutzen, erlauben "
    "Sie es hier neu: {page}",
    doubts=MappingProxyType(
        {
            "off": "das Bezahlen beim Gehen ist im Laden gerade nicht möglich",
            "unseen": "wir wissen nicht sicher, ob Sie gegangen sind",
            "screen_silent": "ein Bildschirm im Laden war nicht erreichbar und hat Sie vielleicht noch gesehen",
            "untold": "wir konnten Ihnen die Summe nicht ankündigen, als Sie gingen",
            "late": "seit Ihrem Gehen hat sich etwas geändert, oder es ist zu lange her",
            "several": "Ihr Warenkorb gehört zu mehreren Karten oder Handys",
            "in_doubt": "eine frühere Zahlung ist noch nicht geklärt",
            "charged_today": "heute haben wir schon einmal beim Gehen abgebucht",
            "at_a_till": "vielleicht haben Sie es schon an der Kasse bezahlt",
            "packed_before": "etwas davon lag schon vor Ihrem Besuch darin",
            "at_screen": "etwas davon wurde an einem Bildschirm gescannt, und das haben Sie noch nicht bestätigt",
            "not_carried": "etwas davon soll abgeholt oder geliefert werden",
            "not_sold": "etwas davon ist so nicht zu kaufen",
            "price_changed": "ein Preis ist ein anderer, als Sie gesehen haben",
            "age": "bei einer Ware muss erst jemand vom Laden auf Ihr Alter sehen",
            "weighed": "bei etwas Gewogenem oder Ausgezeichnetem muss erst jemand nachsehen",
            "look_due": "heute soll jemand vom Laden in Ihre Tasche sehen",
            "other_currency": "Ihre Grenze ist in einer anderen Währung",
            "over_limit": "der Einkauf kostet mehr als Ihre Grenze",
            "no_money": "Ihre Punkte oder Ihr Guthaben würden alles bezahlen, und das entscheiden Sie selbst",
            "other_sum": "die Summe ist eine andere, als Ihr Handy Ihnen zuletzt gezeigt hat",
            "declined": "Ihre Bank hat nicht zugestimmt oder fragt erst Sie",
        }
    ),
)
_ENGLISH = LeavingWords(
    language="en",
    link="Pay as you leave",
    when="When we charge",
    when_text="When you end your visit on your phone. Or when a screen at an exit sees your beacon, or a card of "
    "yours that cannot be copied, after you scanned something. Then we write to you at once what we charge. We do so "
    "after ten minutes, if no sign of you comes until then.",
    never="When we do not",
    never_text="If anything is unclear we charge nothing, and ask you: a price that changed, something weighed, goods "
    "for adults only, or when somebody is to look into your bag today.",
    most="At most for one visit",
    most_hint="From {least} to {most}. If a purchase costs more, we charge nothing.",
    most_wrong="Please give an amount from {least} to {most}, for example {example}.",
    allow="Allow it and add a card",
    titles=MappingProxyType(
        {
            "off": "Pay as you leave",
            "naming": "Add a card",
            "unclear": "We are still asking",
            "on": "You pay as you leave",
        }
    ),
    texts=MappingProxyType(
        {
            "off": "You scan, you leave, and what you take along is charged. That holds only if you allow it here, and "
            "only up to the limit that you set yourself.",
            "naming": "Nothing is charged now. The payment provider alone sees your number, the store never does.",
            "unclear": "The payment provider does not answer right now. As long as that is so, we charge nothing.",
            "on": "At most {most} for one visit, and at most once a day.",
        }
    ),
    card="Your card",
    card_needs_script="Cards need JavaScript: the payment provider alone sees your number.",
    keep="Add the card",
    training="Training till",
    training_text="No money moves here. Choose what you add.",
    named=MappingProxyType({"pays": "A card that pays", "declines": "A card that is declined"}),
    go_on="Go on",
    change="Change the limit",
    revoke="Turn off",
    stop="Call it off",
    leave="Leave and pay {amount}",
    foreseen="When you end the visit, we charge {amount} for your basket.",
    foreseen_not="When you end the visit, we charge nothing, because {doubt}.",
    at_screen="Scanned at a screen with your card: {titles}. As you leave we charge only once you say that all of it "
    "is yours, at these prices.",
    confirm="Yes, all of it is mine",
    asked="What you scanned on your visit still lies in your basket, and is not paid for. We charged nothing, because "
    "{doubt}. Please pay for it in your basket, or take out what you left in the store.",
    going="It seems that you have just left. From {time} on we charge {amount} for your basket, as you allowed it.\n\n"
    "Are you still in the store? Then tell us here, and we charge nothing: {page}",
    going_title="Have you left?",
    going_text="A screen at the exit saw you. From {time} on we charge {amount} for your basket, if no sign of "
    "you comes until then.",
    still_here="I am still here",
    charged="You left, and as you allowed it, we charged {amount}. Your receipt no. {number}: {receipt}\n\n"
    "If something is wrong, just answer here: we look into it, and what was charged by mistake goes back. With this "
    "number the store takes goods back.",
    ended="What we know you by has changed, for example because you signed in. So paying as you leave is off now, and "
    "the payment provider deletes your card. If you want to go on with it, allow it anew: {page}",
    doubts=MappingProxyType(
        {
            "off": "the store cannot charge on leaving right now",
            "unseen": "we do not know for certain that you left",
            "screen_silent": "a screen of the store could not be reached, and may still have seen you",
            "untold": "we could not tell you the sum as you left",
            "late": "something changed since you left, or that is too long ago",
            "several": "your basket belongs to several cards or phones",
            "in_doubt": "an earlier payment is not settled yet",
            "charged_today": "we charged you on leaving once today already",
            "at_a_till": "you may have paid for it at the till already",
            "packed_before": "something of it lay there before your visit",
            "at_screen": "something of it was scanned at a screen, and you have not confirmed that yet",
            "not_carried": "something of it is to be picked up or delivered",
            "not_sold": "something of it cannot be bought like this",
            "price_changed": "a price is another one than you saw",
            "age": "for one article somebody of the store has to look at your age first",
            "weighed": "somebody has to look at something weighed or labelled first",
            "look_due": "somebody of the store is to look into your bag today",
            "other_currency": "your limit is in another currency",
            "over_limit": "the purchase costs more than your limit",
            "no_money": "your points or your credit would pay for all of it, and that is for you to decide",
            "other_sum": "the sum is another one than your phone showed you last",
            "declined": "your bank did not agree, or asks you first",
        }
    ),
)


def choose_leaving_words(language: str) -> LeavingWords:
    """The phrases in this language; English where there are none."""
    return _GERMAN if language == "de" else _ENGLISH
