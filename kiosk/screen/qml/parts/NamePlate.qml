pragma ComponentBehavior: Bound

import QtQuick
import Vitrine.Stage
import Vitrine.Theme

// Which screen this is, for whoever installs or mends one of many: large, across the middle.
Rectangle {
    id: root

    required property StageView stage

    readonly property real line: Math.min((width - Tokens.margin * 2) / 8, height / 2) // a word of a dozen letters stays whole

    color: Tokens.ink
    border {
        color: Tokens.lightInk // on a ground of its own colour it else has no edge
        width: Tokens.stroke
    }

    Text {
        anchors {
            fill: parent
            margins: Tokens.margin / 2
            leftMargin: Tokens.margin
            rightMargin: Tokens.margin
        }
        textFormat: Text.PlainText
        text: root.stage.identity
        color: Tokens.lightInk
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
        wrapMode: Text.Wrap
        fontSizeMode: Text.Fit
        minimumPixelSize: Tokens.legal
        font {
            family: Tokens.textFamily
            weight: Tokens.strongWeight
            pixelSize: root.line
        }
    }
}
