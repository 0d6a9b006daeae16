"""A scene ready to be drawn, and what becomes of it for the moment in which its hint has the glass for itself."""

from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from kiosk.core.glass.scene import Attract, Scanned
from kiosk.screen.text.hints import phrase_greeting, phrase_hint
from kiosk.screen.video.clip import Video
from kiosk.screen.views.scene_view import SceneContent
from kiosk.theming.words import Words

SceneName = Literal["attract", "offering", "saved", "greeting"]


class Composed(Struct, frozen=True):
    """Its content, by the name of the scene that draws it.

    `picture` is the address of what stands behind it, or before the `video` that plays there if nothing else does;
    `seconds` is how long the loop's picture stays, 0 elsewhere.
    """

    name: SceneName
    picture: str
    content: SceneContent
    seconds: float = 0.0
    video: Video | None = None


def greet(usual: Composed, scene: Attract, words: Words) -> Composed:
    """Who came in, or for what she ordered; the loop plays on behind it."""
    saying, line = phrase_greeting(scene.hint, words)
    return replace(usual, name="greeting", content=SceneContent(saying=saying, saying_line=line))


def confirm(usual: Composed, scene: Scanned, words: Words) -> Composed:
    """What lies in the basket now, as an offer that was kept; its price in words where a picture is on the print."""
    card, bare = usual.content.card, usual.content.bare
    line = card.unit if bare else str(card.price)
    saying = phrase_hint(scene.hint, words)
    content = SceneContent(card=card, bare=bare, alone=True, saying=saying, saying_line=line)
    return replace(usual, name="saved", content=content)
