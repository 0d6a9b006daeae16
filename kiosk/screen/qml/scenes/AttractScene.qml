pragma ComponentBehavior: Bound

import QtQuick
import Vitrine.Stage
import Vitrine.Theme
import "../parts"

// The loop: the picture speaks, its offer adds a name and a price. Without any picture, the brand's still.
Item {
    id: root

    required property Stage stage

    readonly property SceneView view: stage.attract
    readonly property bool upright: height > width
    readonly property real end: upright ? width - Tokens.margin : Math.floor(width * Tokens.column / Tokens.step) * Tokens.step
    readonly property real foot: tap.visible && tap.below ? tap.y - Tokens.step * 2 : height - Tokens.margin * (upright ? 0.75 : 1)
    readonly property real besideCode: code.visible ? code.x - Tokens.margin - Tokens.step * 3 : end - Tokens.margin

    Connections {
        target: root.view

        function onArrived(): void {
            appear.restart();
        }
    }

    NumberAnimation {
        id: appear

        target: words
        property: "opacity"
        from: 0
        to: 1
        duration: Tokens.crossfadeMs
        easing.type: Easing.InQuad
    }

    Item {
        id: words

        x: Tokens.margin
        y: root.foot - height
        width: root.besideCode
        height: title.contentHeight + (price.visible ? price.height + Tokens.step * 3 : 0)
        visible: root.view.title !== ""

        Headline {
            id: title

            width: parent.width
            text: root.view.title
            size: Tokens.title
            color: root.view.ink
        }

        PriceBlock {
            id: price

            anchors.bottom: parent.bottom
            width: parent.width
            view: root.view
            size: Tokens.title
        }
    }

    Headline {
        id: standby

        x: Tokens.margin
        y: root.upright ? root.height * (1 - Tokens.foot) : (root.height - contentHeight) / 2
        width: root.end - x
        visible: root.view.bare && root.view.title === ""
        text: Words.standby
        size: Tokens.headline
        color: root.view.ink
    }

    Line {
        x: Tokens.margin
        y: standby.y + standby.contentHeight + Tokens.step * 3
        width: root.end - x
        visible: standby.visible
        text: Words.standbyLine
        size: Tokens.lead
        color: root.view.ink
    }

    CodeCard {
        id: code

        x: root.end - width
        y: root.foot - height
        code: root.view.code
        text: Words.takeAlong
    }

    TapPlace {
        id: tap

        side: root.stage.side
        visible: root.view.reader
        pulsing: false
    }
}
