"""How the screen is dressed anew while it runs: made ready off the GUI thread, put on between two frames."""

from collections.abc import Callable

from kiosk.screen.gui_thread.bridge import Bridge
from kiosk.screen.theme.outfit import Outfit
from kiosk.theming.package import Theme

Fit = Callable[[Theme, int], Outfit]


class Wardrobe:
    """Holds the outfit that is worn; all its methods belong to the GUI thread.

    `fit` makes an outfit on another thread, `put_on` is called with it on the GUI thread.
    """

    def __init__(self, worn: Outfit, fit: Fit, put_on: Callable[[Outfit], None]) -> None:
        self.worn = worn
        self._fit = fit
        self._put_on = put_on
        self._ordered: Theme | None = None
        self._fitted: Outfit | None = None
        self._is_fitting = False
        self._bridge = Bridge(self._change)

    def order(self, theme: Theme) -> None:
        """Wear this theme as soon as it is ready; of orders that come meanwhile only the last one counts."""
        self._ordered = theme
        if not self._is_fitting:
            self._start()

    def close(self) -> None:
        """Change no more, and end the decoder."""
        self._bridge.close()
        self.worn.shelves.pictures.close()

    def _start(self) -> None:
        theme, self._ordered = self._ordered, None
        if theme is None:
            return
        self._is_fitting = True
        number = self.worn.shelves.number + 1

        def fit() -> None:
            self._fitted = self._fit(theme, number)

        self.worn.shelves.pictures.run(fit).add_done_callback(lambda _done: self._bridge.wake())

    def _change(self) -> None:
        outfit, self._fitted, self._is_fitting = self._fitted, None, False
        if outfit:
            old, self.worn = self.worn, outfit
            self._put_on(outfit)
            old.shelves.pictures.retire()
        self._start()
