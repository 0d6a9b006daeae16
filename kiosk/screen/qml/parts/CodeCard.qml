pragma ComponentBehavior: Bound

import QtQuick
import Vitrine.Theme

// A QR code on its own light ground, with the line that says what it does.
Rectangle {
    id: root

    required property string code
    required property string text

    visible: code !== ""
    width: Math.max(picture.width, Tokens.code)
    height: picture.height + (text === "" ? 0 : caption.height)
    radius: Tokens.radius
    color: Tokens.card

    Image {
        id: picture

        x: Math.round((root.width - width) / 2)
        y: 0
        source: root.code
        smooth: false
    }

    Line {
        id: caption

        anchors {
            horizontalCenter: parent.horizontalCenter
            bottom: parent.bottom
            bottomMargin: Tokens.step * 3
        }
        width: parent.width - Tokens.step * 4
        horizontalAlignment: Text.AlignHCenter
        text: root.text
        size: Tokens.label
        strong: true
        lineHeight: 1
        color: Tokens.ink
    }
}
