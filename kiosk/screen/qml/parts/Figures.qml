pragma ComponentBehavior: Bound

import QtQuick
import Vitrine.Theme

// Figures of a price, all of one height.
Text {
    id: root

    required property real size

    textFormat: Text.PlainText
    visible: text !== ""
    font {
        family: Tokens.figuresFamily
        weight: Tokens.strongWeight
        pixelSize: root.size
        features: {
            "lnum": 1
        }
    }
}
