"""The ways to an account: by a mail, by an issuer, and from what was kept without one."""
