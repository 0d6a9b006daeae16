"""Every phrase of the way to an account and of its pages, once per language."""

from collections.abc import Mapping
from types import MappingProxyType

from msgspec import Struct


class JoiningWords(Struct, frozen=True):
    """The phrases of one language; `{...}` is filled in. `window` and `complaints` go by what happened."""

    forever: str
    forever_text: str
    forever_own: str
    attach: str
    to_account: str
    sign_in: str
    sign_in_text: str
    come_in: str
    come_in_text: str
    which_store: str
    address: str
    send_link: str
    by_issuer: str
    or_: str
    promise: str
    sent: str
    sent_text: str
    again: str
    welcome: str
    welcome_text: str
    welcome_foreign: str
    go_on: str
    account: str
    signed_in: str
    signed_in_by: str
    kept: str
    nothing_kept: str
    allowed: str
    allowed_text: str
    version: str
    on: str
    off: str
    cards: str
    cards_text: str
    card_count: str
    add_card: str
    window_title: str
    window_text: str
    window_next: str
    window: Mapping[str, str]
    beacon: str
    beacon_text: str
    beacon_needs: str
    beacon_until: str
    beacon_known: str
    issue: str
    reissue: str
    revoke: str
    beacon_once: str
    beacon_hint: str
    beacon_qr: str
    beacon_take: str
    beacon_take_text: str
    beacon_take_button: str
    sign_out: str
    known: str
    complaints: Mapping[str, str]
    mail_subject: str
    mail_text: str


GERMAN = JoiningWords(
    forever="Für immer behalten",
    forever_text="Ein Konto, und alles Gemerkte wartet auf jedem Handy. Ohne Passwort.",
    forever_own="Sie sind angemeldet. Mit einem Tipp liegt dieses Angebot in Ihrem Konto.",
    attach="In mein Konto",
    to_account="Zu Ihrem Konto",
    sign_in="Anmelden bei {store}",
    sign_in_text="Ohne Passwort: Wir schicken Ihnen einen Link.",
    come_in="Schön, dass Sie da sind",
    come_in_text="Melden Sie sich an, oder werden Sie Mitglied. Ein Passwort brauchen Sie dafür nicht. Danach genügt "
    "ein Tipp, und Sie sind eingecheckt.",
    which_store="In welchem Laden sind Sie Mitglied?",
    address="E-Mail-Adresse",
    send_link="Link schicken",
    by_issuer="Weiter mit {name}",
    or_="oder",
    promise="Wir schreiben Ihnen nichts weiter, solange Sie es nicht selbst einschalten.",
    sent="Sehen Sie in Ihr Postfach",
    sent_text="Gleich kommt eine Mail mit einem Link. Er gilt {minutes} Minuten, und nur einmal.",
    again="Nichts gekommen? Noch einmal schicken",
    welcome="Willkommen bei {store}",
    welcome_text="Sie melden sich an als",
    welcome_foreign="Um diesen Link wurde auf einem anderen Gerät gebeten. Gehen Sie nur weiter, wenn Sie das waren.",
    go_on="Weiter",
    account="Ihr Konto",
    signed_in="Angemeldet als {address}",
    signed_in_by="Angemeldet über {name}",
    kept="Für Sie gemerkt",
    nothing_kept="Noch nichts. Halten Sie im Laden Ihre Karte an einen Bildschirm, oder scannen Sie seinen Code.",
    allowed="Was Sie erlauben",
    allowed_text="Alles ist aus, bis Sie es einschalten. Ausschalten gilt sofort.",
    version="Fassung {version}",
    on="An",
    off="Aus",
    cards="Ihre Karten",
    cards_text="Mit Ihrer Karte merken Sie Angebote an jedem Bildschirm, und alles landet hier.",
    card_count="Hinterlegt: {count}, nur als Prüfsumme",
    add_card="Karte hinzufügen",
    window_title="Welche Karte ist Ihre?",
    window_text="Halten Sie sie an einen Bildschirm im Laden, warten Sie das nächste Angebot ab, und halten Sie sie "
    "noch einmal an. Danach tippen Sie hier auf „Fertig“. Sie haben fünf Minuten.",
    window_next="Fertig",
    window=MappingProxyType(
        {
            "nothing": "Noch keine neue Karte gesehen. Eine, die der Laden schon kennt, hinterlegt die Kasse.",
            "one_tap": "Einmal gesehen. Halten Sie dieselbe Karte beim nächsten Angebot noch einmal an.",
            "several_cards": "Gerade wurden mehrere Karten benutzt. Fangen Sie noch einmal an.",
            "closed": "Die fünf Minuten sind um. Fangen Sie noch einmal an.",
            "attached": "Ihre Karte ist hinterlegt.",
        }
    ),
    beacon="Ihr Beacon",
    beacon_text="Eine Kennung, die Ihr Schlüsselanhänger oder Ihre App aussendet. Nur dieser Laden versteht sie.",
    beacon_needs="Dafür muss „{purpose}“ an sein.",
    beacon_until="Gilt bis {day}",
    beacon_known="Hinterlegt, nur als Prüfsumme",
    issue="Kennung anlegen",
    reissue="Neue Kennung",
    revoke="Kennung löschen",
    beacon_once="Ihre Kennung, nur dieses eine Mal",
    beacon_hint="Tragen Sie sie als iBeacon in Ihre App oder Ihren Anhänger ein. Der Laden behält nur eine Prüfsumme "
    "und kann sie nicht noch einmal zeigen.",
    beacon_qr="Für ein zweites Gerät: Der Code enthält dieselben drei Zeilen als Text, zum Kopieren.",
    beacon_take="Dieser Beacon",
    beacon_take_text="Legen Sie ihn in Ihr Konto, dann erkennt Sie der Laden daran. Er tritt an die Stelle Ihrer "
    "bisherigen Kennung. Nach 180 Tagen scannen Sie seinen Code einfach neu.",
    beacon_take_button="In mein Konto",
    sign_out="Abmelden",
    known="Was {store} sonst von Ihnen weiß",
    complaints=MappingProxyType(
        {
            "address": "Das ist noch keine E-Mail-Adresse. Sie sieht aus wie name@beispiel.de.",
            "often": "An diese Adresse sind gerade mehrere Links gegangen. Sehen Sie auch im Spam-Ordner nach.",
            "issuer": "{name} antwortet gerade nicht. Versuchen Sie es gleich noch einmal.",
        }
    ),
    mail_subject="Ihr Link zu {store}",
    mail_text="Guten Tag,\n\nmit diesem Link melden Sie sich bei {store} an:\n\n{link}\n\n"
    "Er gilt {minutes} Minuten, und nur einmal. Haben Sie nicht darum gebeten, dann tun Sie nichts:\n"
    "Ohne den Link kommt niemand in Ihr Konto.\n\n{store}\n",
)

ENGLISH = JoiningWords(
    forever="Keep it for good",
    forever_text="One account, and all you kept awaits you on any phone. No password.",
    forever_own="You are signed in. One tap puts this offer into your account.",
    attach="Into my account",
    to_account="To your account",
    sign_in="Sign in to {store}",
    sign_in_text="No password: we send you a link.",
    come_in="Good to have you here",
    come_in_text="Sign in, or become a member. You need no password for it. After that, one tap checks you in.",
    which_store="Which store are you a member of?",
    address="E-mail address",
    send_link="Send the link",
    by_issuer="Continue with {name}",
    or_="or",
    promise="We write nothing else to you until you switch it on yourself.",
    sent="Look into your inbox",
    sent_text="A mail with a link is on its way. It is good for {minutes} minutes, and once.",
    again="Nothing came? Send it again",
    welcome="Welcome to {store}",
    welcome_text="You sign in as",
    welcome_foreign="This link was asked for on another device. Go on only if that was you.",
    go_on="Continue",
    account="Your account",
    signed_in="Signed in as {address}",
    signed_in_by="Signed in by {name}",
    kept="Kept for you",
    nothing_kept="Nothing yet. Hold your card to a screen in the store, or scan its code.",
    allowed="What you allow",
    allowed_text="Everything is off until you switch it on. Switching off counts at once.",
    version="Wording of {version}",
    on="On",
    off="Off",
    cards="Your cards",
    cards_text="With your card you keep offers at any screen, and all of it comes here.",
    card_count="On file: {count}, as a hash alone",
    add_card="Add a card",
    window_title="Which card is yours?",
    window_text="Hold it to a screen in the store, wait for the next offer, and hold it there once more. "
    "Then press “Done” here. You have five minutes.",
    window_next="Done",
    window=MappingProxyType(
        {
            "nothing": "No new card was seen yet. One that the store knows already is added at the counter.",
            "one_tap": "Seen once. Hold the same card there again when the next offer comes.",
            "several_cards": "Several cards were used just now. Begin once more.",
            "closed": "The five minutes are over. Begin once more.",
            "attached": "Your card is on file.",
        }
    ),
    beacon="Your beacon",
    beacon_text="An id that your key fob or your app sends out. Only this store understands it.",
    beacon_needs="“{purpose}” must be on for this.",
    beacon_until="Good until {day}",
    beacon_known="On file, as a hash alone",
    issue="Make an id",
    reissue="A new id",
    revoke="Delete the id",
    beacon_once="Your id, this once",
    beacon_hint="Enter it as an iBeacon in your app or your fob. The store keeps only a hash, "
    "and cannot show it again.",
    beacon_qr="For a second device: the code holds the same three lines as text, to be copied.",
    beacon_take="This beacon",
    beacon_take_text="Put it in your account, and the store knows you by it. It takes the place of the id "
    "that you had. After 180 days, simply scan its code again.",
    beacon_take_button="Into my account",
    sign_out="Sign out",
    known="What else {store} knows of you",
    complaints=MappingProxyType(
        {
            "address": "This is no e-mail address yet. It looks like name@example.com.",
            "often": "Several links went to this address just now. Look into the spam folder, too.",
            "issuer": "{name} does not answer just now. Try again in a little while.",
        }
    ),
    mail_subject="Your link to {store}",
    mail_text="Hello,\n\nwith this link you sign in to {store}:\n\n{link}\n\n"
    "It is good for {minutes} minutes, and once. If you did not ask for it, do nothing:\n"
    "without the link nobody gets into your account.\n\n{store}\n",
)

JOINING_WORDS = MappingProxyType({"de": GERMAN, "en": ENGLISH})
"""By the language of the page's other phrases."""
