pragma ComponentBehavior: Bound

import QtQuick
import Vitrine.Theme

// Says in the lower margin that the glass can be touched; all of the glass is the target.
Rectangle {
    id: root

    required property real zoom

    Accessible.role: Accessible.Button
    Accessible.name: line.text
    width: sign.width + line.implicitWidth + Tokens.step * 7
    height: Math.max(Tokens.margin * 0.62, Tokens.legal * zoom * 1.5)
    radius: height / 2
    color: Tokens.hint

    TouchSign {
        id: sign

        x: Tokens.step * 2
        anchors.verticalCenter: parent.verticalCenter
        width: parent.height * 0.62
        path: "M8 5 L2 12 L8 19 M16 5 L22 12 L16 19"
        ink: Tokens.hintInk
    }

    Line {
        id: line

        anchors {
            left: sign.right
            leftMargin: Tokens.step * 2
            verticalCenter: parent.verticalCenter
        }
        text: Words.touchHere
        size: Tokens.legal * root.zoom
        strong: true
        lineHeight: 1
        wrapMode: Text.NoWrap
        color: Tokens.hintInk
    }
}
