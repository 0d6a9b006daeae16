"""Every phrase about what a member gets for what she does, once per language."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType

from kiosk.hub.text.money import format_money


@dataclass(frozen=True, slots=True)
class BenefitWords:
    """The phrases of one language; `{...}` is filled in. `units` are those that are no money, one of it and several.

    `reasons` say what an amount was for, `thanks` what the store writes for it, `refusals` why a code does not
    count. The last are of a kept offer as a coupon.
    """

    language: str
    title: str
    lead: str
    link: str
    balance: str
    credit: str
    worth: str
    owed: str
    units: Mapping[str, tuple[str, str]]
    and_: str
    card: str
    card_lead: str
    card_count: str
    card_next: str
    card_last: str
    card_full: tuple[str, str]
    card_asks: str
    card_allowed: str
    stamped: str
    open_place: str
    history: str
    history_empty: str
    reasons: Mapping[str, str]
    friends: str
    friends_lead: str
    friends_code: str
    code_title: str
    code_label: str
    code_send: str
    code_taken: str
    thanks: Mapping[str, str]
    refusals: Mapping[str, str]
    other_refusal: str
    redeemed_on: str
    expired_on: str
    released: str
    good_until: str
    give_back: str
    give_back_hint: str
    give_back_confirm: str


GERMAN = BenefitWords(
    language="de",
    title="Ihre Punkte und Prämien bei {store}",
    lead="Was Sie gesammelt haben, und wofür.",
    link="Ihre Punkte und Prämien",
    balance="Was Sie haben",
    credit="Guthaben",
    worth="An der Kasse {amount} wert",
    owed="Für Ware, die zurückkam, sind noch {amount} offen. Wir nehmen sie vom Nächsten, was Sie sammeln.",
    units=MappingProxyType({"points": ("Punkt", "Punkte"), "stamps": ("Stempel", "Stempel")}),
    and_=" und ",
    card="Ihre Stempelkarte",
    card_lead="Schauen Sie in {count} Abteilungen vorbei. Die volle Karte bringt {gift}.",
    card_count="{have} von {count} Stempeln",
    card_next="Noch {left} Abteilungen, dann ist sie voll.",
    card_last="Nur noch eine Abteilung!",
    card_full=("Eine volle Karte haben Sie schon eingelöst.", "{number} volle Karten haben Sie schon eingelöst."),
    card_asks="Die Bildschirme stempeln erst, wenn Sie „Angebote nach Ihrem Geschmack“ erlauben, auch an der Kasse.",
    card_allowed="Was Sie bisher erlauben",
    stamped="gestempelt",
    open_place="noch frei",
    history="Was zuletzt geschah",
    history_empty="Noch nichts. Das erste Guthaben kommt mit dem nächsten Besuch oder Einkauf.",
    reasons=MappingProxyType(
        {
            "purchase": "Einkauf",
            "check_in": "Besuch",
            "login": "Anmeldung",
            "referral": "Empfehlung",
            "feedback": "Ihre Rückmeldung",
            "gallery": "Beitrag zur Galerie",
            "stamp_card": "Volle Stempelkarte",
            "payment": "An der Kasse eingelöst",
            "payment_released": "Von der Kasse zurück",
            "payment_expired": "Von der Kasse zurück",
            "returned": "Ware zurückgebracht",
            "owed": "Ausgleich für Zurückgebrachtes",
            "referral_undone": "Empfehlung zurückgenommen",
            "reversal": "Berichtigung",
            "joined": "Übernommen",
        }
    ),
    friends="Weitersagen",
    friends_lead="Geben Sie diesen Code weiter. Kauft jemand damit zum ersten Mal ein, danken wir Ihnen.",
    friends_code="Ihr Code zum Weitergeben",
    code_title="Hat Ihnen jemand einen Code gegeben?",
    code_label="Der Code",
    code_send="Eintragen",
    code_taken="Schön, dass Sie auf Empfehlung kommen.",
    thanks=MappingProxyType(
        {
            "check_in": "Danke, dass Sie vorbeigeschaut haben. Dafür gibt es {gift}.",
            "login": "Schön, dass Sie wieder da sind. Dafür gibt es {gift}.",
            "feedback": "Danke für Ihre Rückmeldung, sie hilft uns sehr. Dafür gibt es {gift}.",
            "gallery": "Danke für Ihren Beitrag zu unserer Galerie. Dafür gibt es {gift}.",
            "referral": "Jemand kam auf Ihre Empfehlung. Danke! Dafür gibt es {gift}.",
        }
    ),
    refusals=MappingProxyType(
        {
            "referral_unknown": "Diesen Code gibt es nicht. Vielleicht ein Tippfehler?",
            "referral_own_code": "Das ist Ihr eigener Code. Geben Sie ihn gern weiter.",
            "referral_was_referred": "Sie kamen schon auf eine Empfehlung.",
            "referral_not_new": "Ein solcher Code gilt nur vor dem ersten Einkauf.",
        }
    ),
    other_refusal="Dieser Code geht hier nicht. Fragen Sie an der Kasse.",
    redeemed_on="Eingelöst am {day}",
    expired_on="Abgelaufen am {day}",
    released="Sie haben das Angebot zurückgegeben. Nun freut sich jemand anders.",
    good_until="Gilt bis {moment}.",
    give_back="Doch nicht?",
    give_back_hint="Geben Sie das Angebot zurück, dann kann es jemand anders bekommen. Das Gespräch bleibt.",
    give_back_confirm="Zurückgeben",
)

ENGLISH = BenefitWords(
    language="en",
    title="Your points and rewards at {store}",
    lead="What you collected, and what for.",
    link="Your points and rewards",
    balance="What you have",
    credit="Credit",
    worth="Worth {amount} at the till",
    owed="For goods that came back, {amount} are still open. We take them from what you collect next.",
    units=MappingProxyType({"points": ("point", "points"), "stamps": ("stamp", "stamps")}),
    and_=" and ",
    card="Your stamp card",
    card_lead="Come by {count} departments. The full card brings you {gift}.",
    card_count="{have} of {count} stamps",
    card_next="{left} departments to go.",
    card_last="Just one department to go!",
    card_full=("You have turned in one full card already.", "You have turned in {number} full cards already."),
    card_asks="The screens stamp once you allow “Offers to your taste”, at the counter, too.",
    card_allowed="What you allow so far",
    stamped="stamped",
    open_place="still free",
    history="What happened last",
    history_empty="Nothing yet. The first comes with your next visit or purchase.",
    reasons=MappingProxyType(
        {
            "purchase": "Purchase",
            "check_in": "Visit",
            "login": "Sign-in",
            "referral": "Recommendation",
            "feedback": "Your feedback",
            "gallery": "Gallery contribution",
            "stamp_card": "Full stamp card",
            "payment": "Paid with at the till",
            "payment_released": "Back from the till",
            "payment_expired": "Back from the till",
            "returned": "Goods brought back",
            "owed": "Settled for goods brought back",
            "referral_undone": "Recommendation taken back",
            "reversal": "Correction",
            "joined": "Taken over",
        }
    ),
    friends="Pass it on",
    friends_lead="Pass this code on. Once somebody first buys something with it, we say thank you.",
    friends_code="Your code to pass on",
    code_title="Did somebody give you a code?",
    code_label="The code",
    code_send="Enter",
    code_taken="Lovely that somebody sent you to us.",
    thanks=MappingProxyType(
        {
            "check_in": "Thank you for coming by. You get {gift} for it.",
            "login": "Lovely to have you back. You get {gift} for it.",
            "feedback": "Thank you for your feedback, it helps us a lot. You get {gift} for it.",
            "gallery": "Thank you for what you added to our gallery. You get {gift} for it.",
            "referral": "Somebody came because of you. Thank you! You get {gift} for it.",
        }
    ),
    refusals=MappingProxyType(
        {
            "referral_unknown": "There is no such code. A slip of the keys?",
            "referral_own_code": "That is your own code. Do pass it on.",
            "referral_was_referred": "Somebody sent you to us before.",
            "referral_not_new": "Such a code counts before the first purchase alone.",
        }
    ),
    other_refusal="This code does not work here. Ask at the counter.",
    redeemed_on="Redeemed on {day}",
    expired_on="Lapsed on {day}",
    released="You gave the offer back. Now somebody else is glad of it.",
    good_until="Good until {moment}.",
    give_back="Changed your mind?",
    give_back_hint="Give the offer back, and somebody else can have it. The conversation stays.",
    give_back_confirm="Give it back",
)

_BY_LANGUAGE = {"de": GERMAN, "en": ENGLISH}


def choose_benefit_words(language: str) -> BenefitWords:
    """The phrases in this language, else in English."""
    return _BY_LANGUAGE.get(language, ENGLISH)


def format_amount(amount: Decimal, unit: str, words: BenefitWords) -> str:
    """`1.250 Punkte`, or an amount of money as the reader writes it."""
    names = words.units.get(unit)
    if names is None:
        return format_money(amount, unit, words.language)
    figure = f"{amount:,.0f}".replace(",", "." if words.language == "de" else ",")
    return f"{figure}\N{NO-BREAK SPACE}{names[0] if amount == 1 else names[1]}"
