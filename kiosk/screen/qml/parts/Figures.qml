pragma ComponentBehavior: Bound

import QtQuick
import Vitrine.Theme

// Figures of one width, set tight to their height.
Text {
    id: root

    required property real size
    property bool strong: false

    textFormat: Text.PlainText
    lineHeight: 1
    visible: text !== ""
    font {
        family: Tokens.figuresFamily
        weight: strong ? Tokens.strongWeight : Tokens.textWeight
        pixelSize: root.size
        features: {
            "tnum": 1
        }
    }
}
