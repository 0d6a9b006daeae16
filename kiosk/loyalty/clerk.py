"""Asks the loyalty system what was scanned: at once, or never, for whoever scans stands there and waits."""

from collections.abc import Callable

from kiosk.contract.answer import Again, Finding, Told
from kiosk.contract.scan import Scan
from kiosk.core.events import ArticleTold
from kiosk.loyalty.errands import Errands, Patience

PATIENCE_S, RETRY_S = 3.0, 0.5
_MOST = 8


def make_clerk(
    find: Callable[[Scan], Finding], tell_mono: Callable[[], float], post: Callable[[ArticleTold], None]
) -> Errands[Scan]:
    """Who has scans answered: `find` asks for one, `post` takes each answer."""

    def ask(scan: Scan, _since: float) -> bool:
        finding = find(scan)
        if isinstance(finding, Again):
            return False
        post(ArticleTold(scan.id, finding.answer if isinstance(finding, Told) else None))
        return True

    def give_up(scan: Scan) -> None:
        post(ArticleTold(scan.id, None))

    return Errands("scans", Patience(PATIENCE_S, RETRY_S, _MOST), ask, tell_mono, give_up)
