"""What is on the glass: takes a scene of the core, and fills what QML reads of it."""

from collections.abc import Callable, Iterable
from concurrent.futures import Future

from msgspec.structs import replace

from kiosk.contract.offer import Offer
from kiosk.contract.playlist import Item
from kiosk.core.effects import ShowShelf
from kiosk.core.glass.scene import Attract, Dark, Notice, Pictured, Scene
from kiosk.screen.composer import Composer
from kiosk.screen.place import Place
from kiosk.screen.sound.attendant import Attendant
from kiosk.screen.text.hints import fills_glass, phrase_hint
from kiosk.screen.text.shelf_card import describe_shelf_price
from kiosk.screen.video.clips import Clips
from kiosk.screen.views.stage_view import StageContent, StageView
from kiosk.theming.contrast import measure_contrast
from kiosk.theming.package import Theme
from kiosk.theming.words import Words


class Stage:
    """Holds the scene that is `showing`; all its methods belong to the GUI thread.

    `mark` is told at each scene and answers its generation; `speak` hands a language's words to QML; `clips` plays the
    loop's videos.
    """

    def __init__(  # noqa: PLR0913, PLR0917 # all that it speaks to
        self,
        composer: Composer,
        theme: Theme,
        place: Place,
        mark: Callable[[], int],
        speak: Callable[[Words], None],
        clips: Clips,
    ) -> None:
        self.view = StageView(place)
        self.run_ticker = self.view.ticker_view.run
        self.attendant = Attendant()
        self.showing: Scene | None = None
        self._composer = composer
        self._theme = theme
        self._screen_name = place.name
        self._mark = mark
        self._speak = speak
        self._clips = clips
        self._clips.ready.connect(self._roll)
        self._language = ""
        self._content = StageContent()
        self._shelf = ShowShelf()
        self._wanted: tuple[tuple[Offer, ...], tuple[Item, ...]] = ((), ())

    def has_picture(self, scene: Scene) -> bool:
        """Whether it is worth showing; a picture that was not prepared is decoded now."""
        return self._composer.has_picture(scene)

    def show(self, scene: Scene) -> int:
        """Show this scene from the next frame on; the answer is the generation that `on_presented` will name."""
        return self._show(scene, fades=isinstance(scene, Attract) and not isinstance(self.showing, Dark))

    def wear(self, composer: Composer, theme: Theme) -> None:
        """Show what is on the glass as another theme has it, from the next frame on and without any fade."""
        self._composer, self._theme = composer, theme
        self._language = ""
        if self.showing:
            self._show(self.showing, fades=False)
        self.show_shelf(self._shelf)
        composer.prepare(*self._wanted)

    def show_shelf(self, shelf: ShowShelf) -> None:
        """Say these prices from the next frame on, wherever the loop would play."""
        self._shelf = shelf
        words = self._theme.speak(shelf.language)
        cards = [describe_shelf_price(price, shelf.language, words, holds=shelf.hold) for price in shelf.prices]
        self.view.shelf_view.fill(cards, self._choose_ink())

    def foresee(self, scene: Scene) -> None:
        """Have what comes next ready: only a video takes longer than a frame."""
        if isinstance(scene, Attract):
            self._clips.foresee(scene.impression, self._composer.find_video(scene))

    def prepare(self, offers: Iterable[Offer], playlist: Iterable[Item]) -> Future[None]:
        """Make their pictures and codes ready off the GUI thread, the loop's first, as many as have room."""
        self._wanted = (tuple(offers), tuple(playlist))
        return self._composer.prepare(*self._wanted)

    def _show(self, scene: Scene, *, fades: bool) -> int:
        self.showing = scene
        words = self._choose_words(scene.language)
        content = self._settle(scene, words)
        identity = self._screen_name if scene.identify else ""
        hint = "" if fills_glass(scene) else phrase_hint(scene.hint, words)
        self._content = replace(content, fades=fades, hint=hint, identity=identity)
        self.view.controls.fill(scene)
        self.view.enrolment_view.give_room(alone=isinstance(scene, Attract) and scene.item is None)
        self.attendant.follow(scene, words)
        self.view.fill(self._content)
        return self._mark()

    def _settle(self, scene: Scene, words: Words) -> StageContent:
        """What a notice or the night covers stays as it was."""
        if isinstance(scene, Notice):
            self._clips.halt()
            self.view.notice_view.fill(scene)
            return replace(self._content, name="notice")
        if isinstance(scene, Dark):
            self._clips.halt()
            return replace(self._content, name="dark")
        return self._compose(scene, words)

    def _compose(self, scene: Pictured, words: Words) -> StageContent:
        composed = self._composer.compose(scene, words)
        self.view.scenes[composed.name].fill(composed.content)
        content = StageContent(composed.name, composed.picture, seconds=composed.seconds)
        if isinstance(scene, Attract) and composed.video:
            self._clips.take(scene.impression, composed.video)
            before = self._content
            return self._take_clip(replace(content, picture=before.picture or composed.picture, clip=before.clip))
        self._clips.release()
        return content

    def _take_clip(self, content: StageContent) -> StageContent:
        """The picture that was there stays until the video that follows it has its first frame."""
        clip = self._clips.on_glass
        if clip and clip.is_ready and clip is not content.clip:
            return replace(content, picture=clip.address, clip=clip)
        return content

    def _roll(self) -> None:
        self._content = self._take_clip(self._content)
        self.view.fill(self._content)

    def _choose_ink(self) -> str:
        """What reads best on the theme's ground."""
        tokens = self._theme.tokens
        return max((tokens.ink, tokens.light_ink), key=lambda ink: measure_contrast(ink, tokens.ground))

    def _choose_words(self, language: str) -> Words:
        words = self._theme.speak(language)
        if language != self._language:
            self._language = language
            self._speak(words)
        return words
