pragma ComponentBehavior: Bound

import QtQuick
import Vitrine.Theme

// The kept offer as a print: its picture on a card, settling into place.
Rectangle {
    id: root

    required property string picture
    required property string title

    function settle(): void {
        scale = 1;
        if (Tokens.settleMs > 0)
            land.restart();
    }

    width: cut.width + Tokens.step * 6
    height: cut.height + Tokens.step * 6 + name.height + Tokens.step * 3
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
    Item {
        id: cut

        x: Tokens.step * 3
        y: Tokens.step * 3
        width: Plan.cut.width
        height: Plan.cut.height
        clip: true

        Image {
            readonly property real share: Math.max(Plan.cut.width / Plan.product.width, Plan.cut.height / Plan.product.height)

            x: (cut.width - Plan.product.width * share) / 2 - Plan.product.x * share
            y: (cut.height - Plan.product.height * share) / 2 - Plan.product.y * share
            width: implicitWidth * share
            height: implicitHeight * share
            source: root.picture
        }
    }

    Headline {
        id: name

        anchors {
            left: cut.left
            right: cut.right
            top: cut.bottom
            topMargin: Tokens.step * 3
        }
        lines: 1
        wrapMode: Text.WordWrap // into two small lines in the height of one
        minimumPixelSize: smallest * 0.7
        text: root.title
        size: Math.min(Tokens.title * 0.8, Plan.cut.width / 7)
        color: Tokens.ink
    }
}
