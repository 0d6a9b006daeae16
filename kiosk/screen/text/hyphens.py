"""Where an overlong word may be broken: one such word must neither be cut nor make all others tiny."""

import re

LONGEST_WORD = 18
"""What has more letters may be broken; what has not never is, as long as there is another way."""

SOFT_HYPHEN = "\u00ad"
"""Shows as a hyphen where a line ends with it, else not at all."""

_WORD = re.compile(r"\w+")

# A single consonant between vowels goes to the next line, as do ch, ck, ph, sch and th; equal ones are divided. Other
# groups stay whole: where a compound's parts meet, the rule for them would divide the wrong letters. Source: the
# official rules of German spelling of 2006, § 108 and 109. After some endings an s always joins the next part.
_VOWEL = "[aeiouyäöü]"
_CONSONANT = "[bcdfghjklmnpqrstvwxzß]"
_LINKS = "|".join(f"(?<={link})" for link in ("ungs", "keits", "heits", "schafts", "ions", "täts"))
_JOINT = re.compile(
    rf"(?<=\w{{4}})(?=\w{{3}})(?:(?<={_VOWEL})(?=(?:sch|ch|ck|ph|th|{_CONSONANT}){_VOWEL})"
    rf"|(?<=({_CONSONANT}))(?=\1{_VOWEL})|{_LINKS})",
    re.IGNORECASE,
)


def soften_words(text: str, longest: int = LONGEST_WORD) -> str:
    """The text with a soft hyphen wherever one of its words of more than `longest` letters may be broken."""
    return _WORD.sub(lambda word: _soften(word.group(), longest), text)


def _soften(word: str, longest: int) -> str:
    return _JOINT.sub(SOFT_HYPHEN, word) if len(word) > longest else word
