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
    readonly property real start: view.reader && stage.side === "left" ? Tokens.tab + Tokens.step * 6 : Tokens.margin
    readonly property real span: upright ? width - start - Tokens.margin : width * Tokens.column + Tokens.margin - start
    readonly property real below: view.reader && stage.side === "below" ? Tokens.tab + Tokens.step * 4 : 0
    readonly property real foot: height - Math.max(below, Tokens.margin * (upright ? 0.75 : 1))
    readonly property real beside: span - (view.code === "" ? 0 : code.width + Tokens.step * 5)

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

    Headline {
        id: title

        x: root.start
        y: root.shift + (root.upright ? Math.min(root.height * (1 - Tokens.foot), code.y - contentHeight) : Tokens.margin)
        width: root.span
        maximumLineCount: root.upright ? 1 : 2
        text: root.view.title
        size: Tokens.headline
        color: root.view.ink
    }

    Line {
        readonly property real end: root.upright || !code.visible ? price.y : Math.min(code.y, price.y)

        x: root.start
        y: title.y + title.contentHeight + Tokens.step * 3
        width: root.upright ? root.beside : root.span
        height: Math.max(size * Tokens.leading, end - y - Tokens.step)
        elide: Text.ElideRight
        text: root.view.text
        size: Tokens.lead
        color: root.view.ink
    }

    PriceBlock {
        id: price

        x: root.start
        y: root.foot - height + root.shift
        width: root.beside
        view: root.view
        size: Tokens.price
    }

    CodeCard {
        id: code

        x: root.start + root.span - width
        y: root.foot - height
        code: root.view.code
        text: Words.takeAlong
    }

    TapPlace {
        side: root.stage.side
        visible: root.view.reader
    }
}
