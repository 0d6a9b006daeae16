pragma ComponentBehavior: Bound

import QtQuick
import Vitrine.Stage
import Vitrine.Theme

// The kept offer as a print, settling into place: its picture on a card, or without one its name and price.
Rectangle {
    id: root

    required property size cut
    required property string picture
    required property SceneView view

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
        visible: !root.view.bare
        picture: root.picture
    }

    PriceTag {
        anchors {
            fill: parent
            margins: Tokens.step * 4
        }
        visible: root.view.bare
        view: root.view
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
        visible: !root.view.bare
        text: root.view.title
        size: Math.min(Tokens.title * 0.8, root.cut.width / 7)
        color: Tokens.ink
    }
}
