pragma ComponentBehavior: Bound

import QtQuick
import Vitrine.Stage
import Vitrine.Theme
import "../parts"

// An offer for a shopper who stands near: what it is, what it costs, how to keep it.
Item {
    id: root

    required property StageView stage
    required property real brow
    required property real scaled // to this share of itself, whoever browses: what the law asks for keeps its size

    readonly property SceneView view: stage.offering
    readonly property bool upright: height > width
    readonly property bool lone: view.major === "" && !code.visible && !upright && !Plan.centred // words that have all of the height
    readonly property real crown: lone ? Math.max(Plan.head.y, (height - title.height - Tokens.step * 3 - Tokens.lead * 1.5) / 2) : Plan.head.y
    readonly property real spare: footing.level - (title.capTop - shift) - price.wanted // for a name and a text, above a price of full size

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

    DiscSign {
        sign: root.view.sign
    }

    Lettering {
        id: title

        capTop: root.shift + Math.max(root.brow, root.upright ? Math.min(Plan.head.y, code.y - height) : root.crown)
        free: Plan.abreast || !price.visible ? height : root.spare - line.reserved
        source: root.view.headline
    }

    Line {
        id: line

        readonly property real free: root.upright || Plan.codePlace !== "beside" || !code.visible ? Plan.head.bottom : code.y - Tokens.step * 2
        readonly property real room: (Plan.abreast ? free : Math.min(price.y - price.padding, free)) - y
        readonly property real pitch: metrics.lineSpacing * lineHeight * share
        readonly property int least: Math.min(2, Math.ceil(text.length * Tokens.lead * 0.75 * 0.5 / width)) // lines that a price leaves it
        readonly property real wanted: text === "" ? 0 : Tokens.step * 3 + Tokens.legal * 1.5 * least
        readonly property real reserved: wanted <= root.spare - title.least ? wanted : 0
        readonly property real share: [1, Tokens.legal / Tokens.lead, 0.75].find(one => fits(one)) ?? 1 // smaller rather than cut

        // Measured only where letters as wide as they come would not fit: that takes no time from the frame.
        function fits(share: real): bool {
            const lines = Math.floor(room / (metrics.lineSpacing * lineHeight * share));
            const space = width * lines / share;
            return text.length * Tokens.lead * 0.7 < space || metrics.advanceWidth(text) * (lines > 1 ? 1.1 : 1) < space;
        }

        x: Plan.head.x
        y: title.foot + Tokens.step * 3
        width: root.upright && Plan.head.bottom > code.y ? footing.room : Plan.head.width
        horizontalAlignment: Plan.centred ? Text.AlignHCenter : Text.AlignLeft
        visible: text !== "" && room > pitch
        maximumLineCount: Math.max(1, Math.floor(room / pitch))
        elide: Text.ElideRight
        text: root.view.text
        size: Tokens.lead * share
        color: root.view.ink

        FontMetrics {
            id: metrics

            font {
                family: Tokens.textFamily
                weight: Tokens.textWeight
                pixelSize: Tokens.lead
            }
        }
    }

    PriceBlock {
        id: price

        x: Plan.foot.x
        y: Math.round(footing.level - height + root.shift)
        width: footing.room
        view: root.view
        scaled: root.scaled
        room: footing.level - (Plan.abreast ? Math.max(root.brow, Plan.head.y) : title.foot - root.shift + line.reserved)
        size: Plan.abreast ? Math.min(Tokens.price, (footing.level - Plan.head.y) * (footing.shared ? 0.4 : 0.6)) : Tokens.price
    }

    CodeCard {
        id: code

        x: footing.codeX
        y: footing.codeY
        code: root.view.code
        text: Words.takeAlong
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
        whole: root.scaled < 1
    }
}
