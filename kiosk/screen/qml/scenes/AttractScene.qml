pragma ComponentBehavior: Bound

import QtQuick
import Vitrine.Stage
import Vitrine.Theme
import "../parts"

// The loop: the picture speaks, its offer adds a name and a price. Without any picture, the brand's still with a message.
Item {
    id: root

    required property StageView stage
    required property real brow

    readonly property SceneView view: stage.attract

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

    DiscSign {
        sign: root.view.sign
    }

    Item {
        id: words

        x: Plan.abreast ? Plan.head.x : Plan.foot.x
        y: footing.level - height
        width: Plan.abreast ? Plan.foot.right - x : footing.room
        height: Plan.framed ? footing.level - Math.max(Plan.head.y, root.brow) + title.overhang : title.contentHeight + (price.visible ? price.height + Tokens.step * 3 : 0)
        visible: root.view.title !== ""

        Headline {
            id: title

            x: Plan.framed && !Plan.abreast ? Plan.head.x - Plan.foot.x : 0
            width: Plan.framed && !Plan.abreast ? Plan.head.width : parent.width
            horizontalAlignment: Plan.centred ? Text.AlignHCenter : Text.AlignLeft
            text: root.view.title
            size: Tokens.title
            color: root.view.ink
        }

        PriceBlock {
            id: price

            readonly property real gap: Tokens.step * (Plan.centred ? 6 : 3)

            y: Plan.centred ? title.contentHeight + gap : parent.height - height
            width: parent.width
            view: root.view
            room: footing.level - Math.max(Plan.head.y, root.brow) - title.contentHeight - gap
            size: Plan.abreast ? Tokens.price * 0.8 : Plan.framed ? Tokens.price : Tokens.title
        }
    }

    Saying {
        anchors.fill: parent
        view: root.view
        room: footing.room
    }

    CodeCard {
        id: code

        x: footing.codeX
        y: footing.codeY
        code: root.view.code
        text: root.view.codeLine
    }

    Footing {
        id: footing

        card: code
        tab: tap
        touched: root.stage.touch.offered
    }

    TapPlace {
        id: tap

        side: root.stage.side
        visible: root.view.reader
        pulsing: false
    }
}
