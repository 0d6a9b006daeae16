"""Who opens a page: anybody, the phone that a page belongs to, or the member herself."""
