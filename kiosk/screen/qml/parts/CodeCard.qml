pragma ComponentBehavior: Bound

import QtQuick
import Vitrine.Theme

// A QR code on its own light ground, with the line that says what it does.
Rectangle {
    id: root

    required property string code
    required property string text
    property real zoom: 1

    visible: code !== ""
    width: Math.ceil(Math.max(picture.width, Tokens.code) / Tokens.step) * Tokens.step
    height: text === "" ? width : width + caption.height + Tokens.step * 2
    radius: Tokens.radius
    color: Tokens.card

    Image {
        id: picture

        readonly property int modules: implicitWidth

        width: modules > 0 ? Math.ceil(Tokens.code / modules) * modules : 0 // whole pixels for each module
        height: width
        x: Math.round((root.width - width) / 2)
        y: x
        source: root.code
        smooth: false
    }

    Line {
        id: caption

        x: Tokens.step * 2
        y: root.width - Tokens.step
        width: parent.width - Tokens.step * 4
        horizontalAlignment: Text.AlignHCenter
        text: root.text
        size: Math.max(Tokens.label, Math.min(Tokens.label * root.zoom, root.width * 0.13)) // its longest words fit
        strong: true
        lineHeight: 1
        color: Tokens.ink
    }
}
