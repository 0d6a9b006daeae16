pragma ComponentBehavior: Bound

import QtQuick
import Vitrine.Theme

// Where the card goes: a tab on the reader's side of the glass, with a slow pulse towards the reader.
Rectangle {
    id: root

    required property string side
    property bool pulsing: true
    property bool whole: false // where it stands at no edge of the glass
    property real zoom: 1

    readonly property bool below: side === "below"
    readonly property real hidden: whole ? 0 : radius
    readonly property real gap: Tokens.step * (below ? 2 : 3)

    width: below ? words.x + words.width + gap : Tokens.tab * zoom + hidden
    height: below ? sign.height + gap * 2 + hidden : words.y + words.height + gap
    radius: Tokens.radius
    color: Tokens.hint

    TapSign {
        id: sign

        x: root.below ? root.gap : (Tokens.tab * root.zoom - width) / 2 + (root.side === "left" ? root.hidden : 0)
        y: root.gap
        side: root.side
        pulsing: root.visible && root.pulsing
    }

    Line {
        id: words

        x: root.below ? sign.x + sign.width + root.gap : sign.x - (width - sign.width) / 2
        y: root.below ? root.gap + (sign.height - height) / 2 : sign.y + sign.height + Tokens.step * 2
        width: Tokens.tab * root.zoom - Tokens.step * (root.below ? 2 : 6)
        horizontalAlignment: root.below ? Text.AlignLeft : Text.AlignHCenter
        text: Words.tapHere
        size: Tokens.label * root.zoom
        strong: true
        lineHeight: 1
        color: Tokens.hintInk
    }
}
