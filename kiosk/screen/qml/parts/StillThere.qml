pragma ComponentBehavior: Bound

import QtQuick
import Vitrine.Stage
import Vitrine.Theme

// Asks whether somebody is still there, before the loop goes on; any touch says yes. On a strip it lies over all of the page,
// of which else half a price would be seen beside it, and is smaller where it would be too high.
Rectangle {
    id: root

    required property Touch touch
    required property real tall
    required property size room // beside and above the controls

    readonly property real zoom: touch.larger && !Plan.abreast ? touch.zoom : 1 // a strip has no room for more
    readonly property real half: height * scale / 2

    width: Plan.abreast ? room.width / scale : Math.min(room.width, Tokens.step * 110 * zoom)
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

        EvenLine {
            id: line

            anchors.horizontalCenter: parent.horizontalCenter
            room: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: Words.stillThereLine
            size: Tokens.lead * root.zoom
            color: Tokens.ink
        }

        TouchButton {
            anchors.horizontalCenter: parent.horizontalCenter
            width: Math.min(parent.width, root.tall * 9) * 0.6
            height: root.tall
            path: "M4 12 L10 18 L20 6"
            text: Words.stay
            on: true
            onChosen: root.touch.ask("stay")
        }
    }
}
