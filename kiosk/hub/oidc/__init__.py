"""Signing in by somebody who knows the member already: OpenID Connect, whichever issuer the store chose."""
