pragma ComponentBehavior: Bound

import QtQuick
import Vitrine.Theme

// The kept offer as a print: its picture on a card, settling into place.
Rectangle {
    id: root

    required property size cut
    required property string picture
    required property string title

    function settle(): void {
        scale = 1;
        if (Tokens.settleMs > 0)
            land.restart();
    }

    width: frame.width + Tokens.step * 6
    height: frame.height + Tokens.step * 6 + name.height + Tokens.step * 3
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

    // The square around the product, or what of its height there is room for.
    ProductCut {
        id: frame

        x: Tokens.step * 3
        y: Tokens.step * 3
        width: root.cut.width
        height: root.cut.height
        picture: root.picture
    }

    Headline {
        id: name

        anchors {
            left: frame.left
            right: frame.right
            top: frame.bottom
            topMargin: Tokens.step * 3
        }
        lines: 1
        wrapMode: Text.WordWrap // into two small lines in the height of one
        minimumPixelSize: smallest * 0.7
        text: root.title
        size: Math.min(Tokens.title * 0.8, root.cut.width / 7)
        color: Tokens.ink
    }
}
