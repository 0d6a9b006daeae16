pragma ComponentBehavior: Bound

import QtQuick
import Vitrine.Stage
import Vitrine.Theme
import "../parts"

// An offer for a shopper who stands near: what it is, what it costs, how to keep it.
Item {
    id: root

    required property Stage stage

    readonly property SceneView view: stage.offering
    readonly property bool upright: height > width
    readonly property real start: tap.visible && tap.side === "left" && !upright ? Tokens.tab + Tokens.step * 5 : Tokens.margin
    readonly property real end: upright ? width - Tokens.margin : Math.floor(width * Tokens.column / Tokens.step) * Tokens.step
    readonly property real foot: tap.visible && tap.below ? tap.y - Tokens.step * 2 : height - Tokens.margin * (upright ? 0.75 : 1)
    readonly property real besideCode: code.visible ? code.x - Tokens.margin - Tokens.step * 3 : end - Tokens.margin

    property real shift: 0

    Connections {
        target: root.view

        function onArrived(): void {
            rise.restart();
        }
    }

    NumberAnimation on shift {
        id: rise

        running: false
        from: Tokens.step * 3
        to: 0
        duration: Tokens.settleMs
        easing.type: Easing.OutCubic
    }

    Lettering {
        id: title

        capLeft: root.start
        capTop: root.shift + (root.upright ? Math.min(root.height * (1 - Tokens.foot), code.y - height) : Tokens.margin)
        source: root.view.headline
    }

    Line {
        x: root.start
        y: title.y + title.height + Tokens.step * 3
        width: root.upright ? root.besideCode : root.end - x
        maximumLineCount: 2
        elide: Text.ElideRight
        text: root.view.text
        size: Tokens.lead
        color: root.view.ink
    }

    PriceBlock {
        id: price

        x: Tokens.margin
        y: root.foot - height + root.shift
        width: root.besideCode
        view: root.view
        size: Tokens.price
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
    }
}
