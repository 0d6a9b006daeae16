"""In which language a phrase is read: one rule for the glass, the ticker, the phone and the console."""

from collections.abc import Mapping, Sequence


def choose_phrase(phrases: Mapping[str, str], *languages: str) -> str:
    """The phrase in the first of these languages in which it says something, the reader's own first.

    Else in the first that its author gave it, for a foreign word helps more than none; empty where it has none.
    """
    return next((phrases[language] for language in (*languages, *phrases) if phrases.get(language)), "")


def choose_language(phrases: Mapping[str, str], wanted: str | None, spoken: Sequence[str]) -> str:
    """Which language a screen shows it in: the wanted one where both know it, else the screen's first that it knows.

    A phrase in none of the screen's languages is shown in the screen's first: all the words around it are.
    """
    order = (wanted, *spoken) if wanted and wanted in spoken else spoken
    return next((language for language in order if phrases.get(language)), spoken[0])
