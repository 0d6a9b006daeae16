pragma ComponentBehavior: Bound

import QtQuick
import Vitrine.Theme

// Puts the tap hint to the reader's edge of the glass, half under it so that only the inner corners are round:
// into the upper corner of that side, which product pictures leave free, or to the middle of the foot.
TapHint {
    readonly property real reach: height - hidden

    x: side === "left" ? -hidden : below ? (parent.width - width) / 2 : parent.width - width + hidden
    y: below ? parent.height - reach : Tokens.margin
}
