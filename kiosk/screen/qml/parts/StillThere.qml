pragma ComponentBehavior: Bound

import QtQuick
import Vitrine.Stage
import Vitrine.Theme

// Asks whether somebody is still there, before the loop goes on; any touch says yes.
Rectangle {
    id: root

    required property Touch touch
    required property real tall

    width: Math.min(parent.width - Tokens.margin * 2, Tokens.step * 110)
    height: words.height + Tokens.margin
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
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            lines: 1
            text: Words.stillThere
            size: Tokens.title
            color: Tokens.ink
        }

        Line {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: Words.stillThereLine
            size: Tokens.lead
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
