pragma ComponentBehavior: Bound

import QtQuick
import Vitrine.Theme

// The demo's line about its keys, in the margin above the scene.
Rectangle {
    id: root

    required property string text

    anchors {
        right: parent.right
        top: parent.top
        margins: Tokens.step * 2
    }
    visible: text !== ""
    width: line.implicitWidth + Tokens.step * 4
    height: line.implicitHeight + Tokens.step
    radius: height / 2
    color: Tokens.ink

    Line {
        id: line

        anchors.centerIn: parent
        text: root.text
        size: Tokens.legal
        lineHeight: 1
        wrapMode: Text.NoWrap
        color: Tokens.lightInk
    }
}
