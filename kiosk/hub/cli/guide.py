"""What `kiosk hub --help` teaches, command by command."""

from kiosk.hub.sample.seed import DEMO_FILE, KEY_FILE, SETTINGS_FILE, TILL_TOKEN_FILE, TOKEN_FILES

HUB = """\
The hub is the store's own loyalty service: it tells the screens what to offer, keeps what shoppers
tap, and serves the pages that their phones open. A first try, in an empty folder:

  kiosk hub seed                             fill a new database with a small sample shop
  kiosk hub person add anna --role manager   let a manager sign in
  kiosk hub serve                            serve it; its console is at http://127.0.0.1:8080/console

The commands begin with these; then come screens and other machines, what is sold and told, members, what other
systems hear and say, and what is looked after now and then. Each has a --help of its own.
"""
SERVE = """\
Serves the loyalty API to the screens and the pages to the phones, from a database that has a store
(`kiosk hub seed` makes one). Phones need an address that they can reach, for example

  kiosk hub serve --host 0.0.0.0 --public-url http://192.0.2.10:8080

or a proxy with TLS on this machine in front of it, and --public-url https://hub.shop.example.

With --broker, the one that the screens listen to, what is published at its console is on them at once: themes,
notices, pictures of their glass. The hub says `kiosk/v1/STORE/SCREEN/command` and `kiosk/v1/STORE/notice`, and
hears `kiosk/v1/STORE/SCREEN/answer` and `status`: let the broker's access list name it there, and nobody else.

Members open accounts where it sends mails or knows an issuer, for example

  kiosk hub serve --mail-server smtp://mail.example --mail-from hello@shop.example \\
      --mail-user hub --mail-password-file mail.password --store-key-file store.key

The issuer of --oidc-issuer must know PUBLIC_URL/join/return as the address that it sends members back to.
"""
SEED = f"""\
Makes the database and fills it with a sample shop: nine offers, four members, two screens.
Into --out it writes {KEY_FILE} (hashes card and beacon ids) and {" and ".join(TOKEN_FILES.values())}
(let the screens in) and {TILL_TOKEN_FILE} (lets a till say what was redeemed), readable by you
alone, {SETTINGS_FILE} (the first screen's settings) and {DEMO_FILE} (what the pretend shop plays).
Run again, it changes nothing.
"""
SCREEN = """\
A new screen, whose settings name no more than this hub's address (loyalty.url), shows a short code. Who stands before
it lets it in, here or at the console, and it fetches its token within seconds:

  kiosk hub screen approve BCDF-GHJK                        the only one that was entered and is not in yet
  kiosk hub screen approve BCDF-GHJK --screen window-3 --zones shoes,fashion
                                                            as window-3, which is added if there is none
  kiosk hub screen list                                     which there are, when each was heard of, and who waits
  kiosk hub screen revoke window-3                          its token lets it in no more, at once

Approve a code only while you see it on the glass: whoever asked with it becomes that screen. It changes every 15
minutes. A revoked screen plays on what it has, and says in its status that its token is refused; it does not ask again
by itself: `kiosk enrol --anew` on that machine has it show a code, and approving that lets it in again.
"""
APPROVE = """\
Lets in the screen that shows this code, by the name --screen: one that is new, not enrolled yet, or revoked. Where just
one screen is not enrolled yet, that is the one.
"""
PLACE = """\
Says what stands at the screen besides what is sold there. At a door a card says that its member comes in; where it can
keep an offer, it does that, too. An exit is where one can only go out, and nobody lingers: who lets the store charge
her as she leaves is taken to go by it, by her beacon or by a card that cannot be copied. Where people come in as well
it is a door. At the pick-up desk whoever ordered something is called by its code.
"""
REVOKE = """\
Lets the screen in no more, from its next request on, and voids a code that was approved for it and not fetched yet.
What it keeps of taps stays on its disk until it is let in again.
"""
MQTT = """\
Makes what a mosquitto needs to let in nobody but this store's hub, gateways and screens, by TLS with a certificate
each: an authority (ca.pem; keep ca.key), certificates for the broker, the hub, the gateways and each screen, the access
list (acl), by which a screen says and hears what is its own, and mosquitto.conf, for /etc/mosquitto/conf.d:

  kiosk hub mqtt /etc/mosquitto/vitrine --host broker.shop.example

What the gateways say is named by their make, as `proximity.profile` has it, or by a topic: --presence minew, again for
each. A gateway that can show no certificate is let in without TLS at --gateways-at, an address of the broker's on a
network of the gateways' own, and by --gateways-password-file if it can show a password; there it says presence (the
list acl-gateways) and hears nothing. Whoever looks around with `kiosk proximity sniff` is certified by sniff.pem.

  kiosk hub mqtt /etc/mosquitto/vitrine --host broker.shop.example --presence openmqttgateway --gateways-at 192.168.7.1
  kiosk proximity sniff --broker mqtts://broker.shop.example --ca-file ca.pem --cert-file sniff.pem --key-file sniff.key

The folder's group may read both lists, mosquitto.conf and broker.key: let it be mosquitto's, by `chgrp mosquitto` and
`chmod g+s` of the folder before the first run. All other keys are their owner's alone. A screen gets ca.pem, and the
.pem and .key that lie below its store's name, as the credentials vitrine-broker-ca, vitrine-broker-certificate and
vitrine-broker-key.
Run it again once a screen was approved or revoked, and twice a year, for certificates are good for two years: it makes
what is missing or due, and `systemctl reload mosquitto` has the new list in force. Who is revoked has no topic any
more; a screen that comes back is certified anew, and what it was certified by before stays without one.
"""
TAG = """\
Says what to write to an NTAG 424 DNA, so that the hub believes its taps: the two keys, and the address
in its NDEF file, with picc_data (UID and counter, encrypted) and cmac mirrored into it, and SDMMACInputOffset
equal to SDMMACOffset. The same tag is then the same member, and a copied message is refused.
Whoever holds these keys can speak for the tag: keep them off screens, mails and logs.
"""
TILL = """\
Prints a token with which a till may say, by POST /v1/redemptions, which kept offers were bought.
A till that has one keeps it: --renew prints another, and the one before counts no more.
"""
REDEEM = """\
Notes that a kept offer was bought, by the code that the member's phone shows below it, such as K7Q4 2MFX.
The member reads so in her conversation, and the screen that showed the offer learns that it was worth
showing. Again, it changes nothing.
"""
PERSON = """\
People sign in to the hub's console, at /console of its address, with a name and a password. Managers may change
screens and offers; staff may look at them. For example:

  kiosk hub person add mara --role manager     asks for the password, twice
  kiosk hub person list
  kiosk hub person remove mara

A script gives the password on standard input, in one line: it never stands among a command's words, where others
could read it. To add a name again gives it the new password and role, and signs it out everywhere.
"""
WEBHOOK = """\
Another system, such as a CRM or a warehouse, can be told what happens in the store as it happens:

  kiosk hub webhook add https://crm.example/events --events kiosk.bookmark.kept,kiosk.bookmark.redeemed
  kiosk hub webhook list
  kiosk hub webhook remove w_3fX9aB2c

Each event is a POST of a CloudEvents 1.0 in JSON, signed as Standard Webhooks says with the secret that `add` prints.
A receiver answers 2xx once it has an event, and may get it again; 410 disables it, and with anything else it is tried
again for three days. Addresses of the store's own network need --allow-private.
"""
WALLETS = """\
A kept offer can lie in the wallet of the member's phone, with its code for the till. For Apple's, a pass is signed with
the certificate of a pass type, made at Apple's developer site:

  kiosk hub pass try                     a sample pass, signed by a test authority: no phone takes it
  kiosk hub pass try --apple-pass-cert-file cert.pem --apple-pass-key-file key.pem \\
                     --apple-pass-wwdr-file AppleWWDRCAG4.cer
  kiosk hub pass doctor try.pkpass       why a phone would not install a pass, whoever made it

With the same three options `kiosk hub serve` offers it on the page of a kept offer, and with --google-wallet-issuer
and --google-wallet-key-file Google's wallet. Phones ask only an https address whether a pass has changed.
"""
MEMBER = """\
A member may ask at the counter what the store knows of her, and take back what she allowed. Name her by the
code of an offer that she kept, as her phone shows it:

  kiosk hub member show K7Q4-2MFX
  kiosk hub member withdraw K7Q4-2MFX --purpose proximity
  kiosk hub member phone K7Q4-2MFX
  kiosk hub member export K7Q4-2MFX --output mara.html
  kiosk hub member erase K7Q4-2MFX

The code shows that a phone opened the page of a kept offer, whose address stood on a public screen. It does not show
who holds the phone: let her show the card that she kept it with. After `phone` she needs the counter no more: that
phone's page says what is known of her, and takes back what she allowed.

With a consent goes what was kept for it alone: with `proximity` her beacons, with `personal_offers` her segments,
tastes, visits and profile. Of cards and beacons the hub has nothing but hashes, so it can say how many, and not
which.

Who is erased is named by nothing any more but receipts and the book of points, which tax law keeps, as nobody's.
A backup from before would bring her back: after restoring one, `kiosk hub restore-check` says so, by a file beside the
database that no backup may overwrite, and `kiosk hub member reapply-erasures` erases her again.
"""
OFFER = """\
A budget is what an offer's bookmarks may cost the store in all: once it is spent, no screen shows the offer. A control
group is the share of shoppers who never see it, so that what it brings can be told from what would have come anyway.
All offers of a campaign have a control group of the same share. The screens hear of both when they next ask.

  kiosk hub offer list
  kiosk hub offer budget o-mug 700 --each 7
  kiosk hub offer budget o-mug                       no budget any more
  kiosk hub offer control o-mug 10 --campaign spring
  kiosk hub offer control o-mug                      no control group any more
  kiosk hub offer contacts 6                         a shopper is shown six offers in a day at most
  kiosk hub offer audience o-mug RULES.json          whom it is for; no file: everybody

RULES.json has rules such as {"all": [{"visits": {"at_least": 3}}], "none": ["staff"]}: names of segments, conditions
(visits, interest with at_least, language, zone, time) and groups of them. The console's form has rows for one level.
"""
BENEFITS = """\
A programme says in a TOML file what members earn: points or money for purchases, visits, feedback and the like, a stamp
card across departments, what a point pays at a till, and how long what they keep is good. Every amount goes into a
ledger that sums to zero.

  kiosk hub benefits set benefits.toml
  kiosk hub benefits show
  kiosk hub benefits source gallery        prints the address and the secret for a system that says what members did
  kiosk hub benefits audit

Such a system sends {"action": "gallery", "member": "s_..."} to that address, signed as Standard Webhooks has it, with
check_in, login, feedback or gallery. Likes and posts are never rewarded: a platform policy forbids it.
"""
PUSH_KEY = """\
Makes the key by which push services know the store (VAPID, RFC 8292). With it, a button on the page of a kept offer
lets a member have her phone tell her when the store writes. Keep the file: phones that were subscribed with it answer
to no other, and whoever holds it can ring them.

  kiosk hub push-key push.pem
  kiosk hub serve --push-key push.pem --push-contact mailto:it@shop.example --public-url https://hub.shop.example

Browsers ask for https, and an iPhone for the page on its home screen.
"""
STORE_KEY = """\
Makes the key by which the hub and the screens of a store hash the ids of cards and beacons: nobody who lacks it can say
whose they are. `kiosk hub seed` makes one of its own for the sample shop.

  kiosk hub store-key store.key            a first one
  kiosk hub store-key store.key --anew     another one, where it came into other hands; the old one is kept beside it

Before another one is laid out, wait until no bookmark waits at any screen: those that wait name cards by the old key.
"""
CAMPAIGN = """\
A campaign is a short code in a link or a QR code: who keeps an offer or joins by it is known to have come by it. The
report of journeys tells by months what each brought (`/console/reports/journeys`).

  kiosk hub campaign add "November mail" --channel mail --offer o-mug
  kiosk hub campaign list
  kiosk hub campaign code K7Q42MFX poster.svg --public-url https://hub.shop.example
  kiosk hub campaign end K7Q42MFX

Its link is PUBLIC_URL/k/CODE. Nothing is put on a phone for it: the code stands in the address, and comes along with
what somebody begins there. After its end the link leads where it led, and nothing more counts.
"""
