pragma ComponentBehavior: Bound

import QtQuick
import Vitrine.Theme

// Puts the tap hint to the reader's edge of the glass, half under it so that only the inner corners are round.
TapHint {
    id: root

    readonly property bool upright: parent.height > parent.width

    x: side === "left" ? -hidden : below ? (parent.width - width) / 2 : parent.width - width + hidden
    y: below ? parent.height - height + hidden : parent.height * (upright ? 1 - Tokens.foot : 0.5) - height * (upright ? 1.1 : 0.5)
}
