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
    readonly property real beside: span - (view.code === "" ? 0 : code.width + Tokens.step * 5)
    readonly property real below: view.reader && stage.side === "below" ? Tokens.tab + Tokens.step * 4 : 0
    readonly property real foot: height - Math.max(below, Tokens.margin * (upright ? 0.75 : 1))
    readonly property bool bare: view.square === ""
    readonly property real start: view.reader && stage.side === "left" ? Tokens.tab + Tokens.step * 6 : Tokens.margin
    readonly property real span: upright ? width - start - Tokens.margin : width * Tokens.column + Tokens.margin - start

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

        x: root.start
        y: root.foot - height
        width: root.beside
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
            size: Tokens.title * 0.8
            plain: true
        }
    }

    Headline {
        id: standby

        x: root.start
        y: root.upright ? root.height * (1 - Tokens.foot) : (root.height - contentHeight) / 2
        width: root.span
        visible: root.bare && root.view.title === ""
        text: Words.standby
        size: Tokens.headline
        color: root.view.ink
    }

    Line {
        x: root.start
        y: standby.y + standby.contentHeight + Tokens.step * 3
        width: root.span
        visible: standby.visible
        text: Words.standbyLine
        size: Tokens.lead
        color: root.view.ink
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
        pulsing: false
    }
}
