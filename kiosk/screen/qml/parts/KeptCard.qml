pragma ComponentBehavior: Bound

import QtQuick
import Vitrine.Theme

// The kept offer as a print: its picture on a card, settling into place.
Rectangle {
    id: root

    required property string square
    required property string title

    function settle(): void {
        scale = 1;
        if (Tokens.settleMs > 0)
            land.restart();
    }

    visible: square !== ""
    width: picture.width + Tokens.step * 6
    height: picture.height + Tokens.step * 6 + name.height + Tokens.step * 3
    radius: Tokens.radius / 2
    color: Tokens.card

    NumberAnimation on scale {
        id: land

        running: false
        from: 1.12
        to: 1
        duration: Tokens.settleMs
        easing.type: Easing.OutCubic
    }

    Image {
        id: picture

        x: Tokens.step * 3
        y: Tokens.step * 3
        width: Tokens.kept
        height: Tokens.kept
        source: root.square
    }

    Headline {
        id: name

        anchors {
            left: picture.left
            right: picture.right
            top: picture.bottom
            topMargin: Tokens.step * 3
        }
        height: size * 1.3
        maximumLineCount: 1
        text: root.title
        size: Tokens.title * 0.8
        color: Tokens.ink
    }
}
