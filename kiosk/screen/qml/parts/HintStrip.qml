pragma ComponentBehavior: Bound

import QtQuick
import Vitrine.Theme

// One sentence that helps, in the margin above the scene: it covers nothing. A headline begins at `brow` at the earliest.
Rectangle {
    id: root

    required property string text
    required property real zoom

    readonly property real brow: visible ? height + Math.max(Tokens.margin * 0.52, Tokens.step * (Plan.abreast ? 4 : 6)) : 0

    property real shift: 0

    onTextChanged: {
        if (text !== "")
            fall.restart();
    }

    visible: text !== ""
    height: Math.max(Tokens.margin * 0.78, Tokens.lead * zoom * (Plan.abreast ? 1.3 : 1.6))
    y: shift
    color: Tokens.hint

    NumberAnimation on shift {
        id: fall

        running: false
        from: -root.height / 2
        to: 0
        duration: Tokens.settleMs
        easing.type: Easing.OutCubic
    }

    Line {
        anchors {
            left: parent.left
            right: parent.right
            leftMargin: Plan.centred ? Tokens.step * 4 : Tokens.margin
            rightMargin: Tokens.step * 4
            verticalCenter: parent.verticalCenter
        }
        horizontalAlignment: Plan.centred ? Text.AlignHCenter : Text.AlignLeft
        text: root.text
        size: Tokens.lead * root.zoom
        strong: true
        lineHeight: 1
        wrapMode: Text.NoWrap
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Tokens.legal
        elide: Text.ElideRight
        color: Tokens.hintInk
    }
}
