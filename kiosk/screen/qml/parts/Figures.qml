pragma ComponentBehavior: Bound

import QtQuick
import Vitrine.Theme

// Figures of a price, all of one height, which is this item's own: what their type leaves free above and below is not.
Item {
    id: root

    required property string text
    required property real size
    property alias color: figures.color

    visible: text !== ""
    implicitWidth: figures.implicitWidth
    implicitHeight: -zero.tightBoundingRect.y

    Text {
        id: figures

        y: root.height - baselineOffset
        textFormat: Text.PlainText
        text: root.text
        font {
            family: Tokens.figuresFamily
            weight: Tokens.strongWeight
            pixelSize: root.size
            features: {
                "lnum": 1
            }
        }
    }

    TextMetrics {
        id: zero

        font: figures.font
        text: "0"
    }
}
