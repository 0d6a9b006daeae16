pragma ComponentBehavior: Bound

import QtQuick
import Vitrine.Theme

// Whose screen this is, and how late it is. Between `begin` and `end` it leaves room.
Item {
    id: root

    required property string name
    required property string time

    readonly property real gap: Tokens.step * 5
    readonly property real begin: name === "" ? Tokens.margin : brand.x + brand.width + gap
    readonly property real end: hour.x - gap

    Line {
        id: brand

        anchors.verticalCenter: parent.verticalCenter
        x: Tokens.margin
        width: Math.min(implicitWidth, root.width * 0.4)
        text: root.name
        size: Tokens.label
        strong: true
        lineHeight: 1
        wrapMode: Text.NoWrap
        elide: Text.ElideRight
        color: Tokens.bandInk
    }

    Line {
        id: hour

        anchors {
            verticalCenter: parent.verticalCenter
            right: parent.right
            rightMargin: Tokens.margin
        }
        text: root.time
        size: Tokens.label
        lineHeight: 1
        wrapMode: Text.NoWrap
        color: Tokens.bandInk
        font.features: {
            "tnum": 1
        }
    }
}
