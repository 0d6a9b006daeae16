pragma ComponentBehavior: Bound

import QtQuick
import Vitrine.Theme

// Running text.
Text {
    id: root

    required property real size
    property bool strong: false

    textFormat: Text.PlainText
    wrapMode: Text.Wrap
    lineHeight: Tokens.leading
    visible: text !== ""
    font {
        family: Tokens.textFamily
        weight: strong ? Tokens.strongWeight : Tokens.textWeight
        pixelSize: root.size
        features: {
            "lnum": 1 // prices, too, are set in it
        }
    }
}
