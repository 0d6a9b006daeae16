pragma ComponentBehavior: Bound

import QtQuick
import Vitrine.Theme

// Where the card goes: a tab on the reader's side of the glass, with a slow pulse towards the reader.
Rectangle {
    id: root

    required property string side
    property bool pulsing: true

    readonly property bool below: side === "below"
    readonly property real hidden: radius

    width: below ? words.width + Tokens.tab + Tokens.step * 5 : Tokens.tab + hidden
    height: below ? Tokens.tab + hidden : words.height + Tokens.tab + Tokens.step * 4
    radius: Tokens.radius
    color: Tokens.card

    TapSign {
        id: sign

        x: root.below ? Tokens.step * 2 : (Tokens.tab - width) / 2 + (root.side === "left" ? root.hidden : 0)
        y: root.below ? (Tokens.tab - height) / 2 : Tokens.step * 2
        side: root.side
        pulsing: root.visible && root.pulsing
    }

    Line {
        id: words

        x: root.below ? sign.x + sign.width + Tokens.step * 2 : sign.x - (width - sign.width) / 2
        y: root.below ? (Tokens.tab - height) / 2 : sign.y + sign.height + Tokens.step
        width: root.below ? implicitWidth : Tokens.tab - Tokens.step * 2
        horizontalAlignment: root.below ? Text.AlignLeft : Text.AlignHCenter
        text: Words.tapHere
        size: Tokens.label
        strong: true
        lineHeight: 1.1
        color: Tokens.ink
    }
}
