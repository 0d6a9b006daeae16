pragma ComponentBehavior: Bound

import QtQuick
import Vitrine.Stage
import Vitrine.Theme

// Asks whether somebody is still there, before the loop goes on; any touch says yes. It lies over all of the page's width,
// for beside it else half a headline would be seen, and on a strip over all of it, smaller where it would be too high.
Rectangle {
    id: root

    required property Touch touch
    required property real tall
    required property size room // beside and above the controls

    readonly property real zoom: touch.larger && !Plan.abreast ? touch.zoom : 1 // a strip has no room for more
    readonly property real half: height * scale / 2
    readonly property bool all: Plan.centred && room.width > room.height // of the page, whose headline is in the middle

    width: room.width / scale
    height: Math.max(words.height + Tokens.margin, all ? room.height - Tokens.step * 6 : 0)
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
        y: (parent.height - height) / 2
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
