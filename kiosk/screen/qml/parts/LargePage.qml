pragma ComponentBehavior: Bound

import QtQuick
import Vitrine.Stage
import Vitrine.Theme

// The offer for whoever sees little: no picture, but type half as large again or more, dark on light, and how to keep
// it. What the hand needs stands at the right, on an upright glass at the foot.
Rectangle {
    id: root

    required property SceneView view
    required property string side
    required property real zoom
    property real brow: 0

    readonly property bool upright: height > width
    readonly property real edge: Tokens.margin * 0.75
    readonly property real gap: Tokens.step * 4
    readonly property real quiet: code.width / 10 // a code's own ground looks like part of the edge
    readonly property bool taken: tab.visible && !tab.below // a side of it
    readonly property real begin: taken && side === "left" && !upright ? tab.x + tab.width + gap : edge
    readonly property real aside: taken && side === "right" ? tab.x - gap : width - edge
    readonly property real end: upright ? width - edge : Math.min(aside, code.visible ? code.x - gap : aside)
    property real foot: Math.max(Tokens.margin, Tokens.legal * zoom * 1.5 + Tokens.step * 2) // for the invitation
    readonly property real upper: Math.max(edge, brow, tab.visible && tab.below && !Plan.abreast ? foot : 0)
    readonly property real rest: tab.visible && (tab.below || upright) ? tab.y - gap : height - foot
    readonly property real lower: upright && code.visible ? Math.min(rest, code.y - gap) : rest
    readonly property real share: upright ? 0.21 : 0.15 // of what a price may take for its figures
    readonly property real half: Plan.abreast ? (end - begin) / 2 - gap : end - begin

    clip: true
    color: Tokens.card

    CodeCard {
        id: code

        readonly property real outer: root.taken && Plan.abreast && root.side === "right" ? root.aside : root.width - root.edge + root.quiet
        readonly property real above: root.taken && !root.upright && !Plan.abreast ? tab.y + tab.height + root.gap : root.edge / 2

        x: root.upright && root.side !== "left" ? root.edge - root.quiet : outer - width
        y: (tab.visible && tab.below ? tab.y - root.gap / 2 : root.height - (root.upright ? root.foot : root.edge / 2)) - height
        scale: root.upright ? 1 : Math.min(1, (y + height - above) / height)
        transformOrigin: Item.BottomRight
        code: root.view.code
        text: Words.takeAlong
        zoom: Plan.abreast ? 1 : root.zoom
    }

    TapPlace {
        id: tab

        y: below ? parent.height - reach : root.upright ? Math.min(code.y, root.height - root.edge - height) : root.upper
        side: root.side
        visible: root.view.reader && !(below && root.height < Tokens.tab * 1.5)
        pulsing: false
        zoom: 1 + (root.zoom - 1) / 2
    }

    Headline {
        id: title

        x: root.begin
        y: root.upper
        width: root.half
        lines: Plan.abreast ? 1 : 2
        wrapMode: Text.WordWrap // into two small lines in the height of one
        text: root.view.title
        size: Math.min(Tokens.title * root.zoom, (root.lower - root.upper) * (Plan.abreast ? 0.3 : 0.12))
        color: Tokens.ink
    }

    Line {
        x: root.begin
        y: title.y + title.contentHeight + root.gap
        width: root.half
        height: (Plan.abreast || !price.visible ? root.lower : root.lower - price.height * price.scale - root.gap) - y
        visible: text !== "" && height > minimumPixelSize * 1.5
        fontSizeMode: Text.Fit
        minimumPixelSize: Tokens.lead * 0.85 // a page that somebody browses is itself smaller than that
        elide: Text.ElideRight
        lineHeight: 1.1
        text: root.view.text
        size: Tokens.lead * root.zoom * root.zoom
        color: Tokens.ink
    }

    LargePrice {
        id: price

        x: Plan.abreast ? root.end - root.half : root.begin
        y: root.lower - height
        width: root.half
        visible: root.view.major !== ""
        view: root.view
        zoom: root.zoom
        figures: Math.min(root.half * root.share, (root.lower - root.upper) * (Plan.abreast ? 0.3 : root.share))
        room: Plan.abreast ? root.lower - root.upper : (root.lower - title.y - title.contentHeight - root.gap) * (root.view.text === "" ? 1 : 0.64)
    }
}
