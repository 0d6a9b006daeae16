pragma ComponentBehavior: Bound

import QtQuick
import Vitrine.Theme

// Puts the tap hint to the reader's edge of the glass, half under it so that only the inner corners are round:
// into the upper corner of that side, which product pictures leave free, or to the middle of the foot. On a page that
// somebody browses, whose edge is none of the glass, it stands whole beside that.
TapHint {
    readonly property real inset: whole ? Tokens.step * 2 : 0
    readonly property real reach: height - hidden + inset

    x: side === "left" ? inset - hidden : below ? (parent.width - width) / 2 : parent.width - width + hidden - inset
    y: below ? parent.height - reach : Tokens.margin
}
