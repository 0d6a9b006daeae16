"""What `--help` teaches of where else messages come from and go to."""

CHATWOOT = """\
People of the store may answer at a Chatwoot in place of the console. Make an inbox of the kind API there, and an access
token, and write both down:

  chatwoot.toml     url = "https://chat.shop.example"
                    account = 1
                    inbox = "4sTFkXnDCTz6bzZ4iPRZ2yKm"
                    token_file = "chatwoot.token"
                    hmac_file = "chatwoot.hmac"          where the inbox asks for identity validation
                    signing_file = "chatwoot.signing"    where it signs its webhooks: others are refused then
                    allow_private = true                 where it lies in the store's own network

  kiosk hub chatwoot check chatwoot.toml --public-url https://hub.shop.example
  kiosk hub serve --chatwoot chatwoot.toml --public-url https://hub.shop.example
  kiosk hub chatwoot status

A conversation is told there once a member wrote in it. Of her, Chatwoot learns a random name and what was said.
"""
MAIL = """\
Members may answer the mails that the hub sends: what they write stands in their conversation then. Have the hub fetch
it from the mailbox of --mail-from, with the name and password that it sends mails with:

  kiosk hub serve --mail-server smtps://mail.example --mail-from hello@shop.example --mail-user hub \\
      --mail-password-file mail.password --mail-replies imaps://mail.example --mail-trust mail.example

Or serve with --mail-replies pipe, and let the mail server hand it over, for example in Postfix's master.cf:

  vitrine  unix  -  n  n  -  -  pipe  user=hub argv=kiosk hub mail take --mail-from hello@shop.example \\
      --database sqlite:////var/lib/vitrine/hub.sqlite3

Each mail has a reply address of its own, such as hello+0123abcd@shop.example, which must come to the same inbox. What
comes from another address than the member's own, or cannot be told to be hers, waits at the console with the reason.
With --mail-trust, the name that the mail server writes at the start of its Authentication-Results, a forged sender is
found out, and an answer without the reply address is understood, too.
"""
