pragma ComponentBehavior: Bound

import QtQuick
import Vitrine.Stage
import Vitrine.Theme

// Asks whether somebody is still there, before the loop goes on; any touch says yes. On a strip it is as wide as its line,
// and smaller where it would still be too high.
Rectangle {
    id: root

    required property Touch touch
    required property real tall
    required property size room // beside and above the controls

    readonly property real zoom: touch.larger && !Plan.abreast ? touch.zoom : 1 // a strip has no room for more
    readonly property real half: height * scale / 2

    width: Math.min(room.width, Plan.abreast ? Math.max(title.implicitWidth, line.implicitWidth) + Tokens.margin * 2 : Tokens.step * 110 * zoom)
    height: words.height + Tokens.margin
    scale: Math.min(1, (room.height - Tokens.step * 2) / height)
    radius: Tokens.radius
    color: Tokens.card
    border {
        color: Tokens.ink
        width: Tokens.stroke
    }

    Column {
        id: words

        x: Tokens.margin / 2
        y: Tokens.margin / 2
        width: parent.width - Tokens.margin
        spacing: Tokens.step * 3

        Headline {
            id: title

            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            lines: 1
            text: Words.stillThere
            size: Tokens.title * root.zoom
            color: Tokens.ink
        }

        Line {
            id: line

            anchors.horizontalCenter: parent.horizontalCenter
            width: Math.min(parent.width, implicitWidth / Math.ceil(implicitWidth / parent.width) * 1.15) // no word stands alone
            horizontalAlignment: Text.AlignHCenter
            text: Words.stillThereLine
            size: Tokens.lead * root.zoom
            color: Tokens.ink
        }

        TouchButton {
            anchors.horizontalCenter: parent.horizontalCenter
            width: parent.width * 0.6
            height: root.tall
            path: "M4 12 L10 18 L20 6"
            text: Words.stay
            on: true
            onChosen: root.touch.ask("stay")
        }
    }
}
