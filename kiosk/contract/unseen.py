"""Characters that nobody sees: words of a theme and a file's name hold none, or two could look the same."""

UNSEEN = (
    "\x00-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f"
)
"""For a pattern's class: what shows nothing, or turns the text around it (Unicode's Cc, Cf, Zl, Zp and tags).

U+200D is among them, which joins several emoji to one: each of them is shown, side by side.
"""
