pragma ComponentBehavior: Bound

import QtQuick
import Vitrine.Stage
import Vitrine.Theme

// The offer for whoever sees little: type half as large again or more, dark on light, and how to keep it; the product
// beside the price or above it, where both still have room. What the hand needs stands at the right, on an upright glass at the foot.
Rectangle {
    id: root

    required property SceneView view
    required property string picture
    required property string side
    required property real zoom
    property real brow: 0
    property real scaled: 1 // share of itself at which the usual page would stand here

    readonly property bool upright: height > width
    readonly property int alignment: Plan.centred ? Text.AlignHCenter : Text.AlignLeft
    readonly property real edge: Tokens.margin * (scaled < 1 ? 0.6 : 0.75)
    readonly property real gap: Tokens.step * 4
    readonly property real quiet: code.width * code.scale / 10 // a code's own ground looks like part of the edge
    readonly property bool taken: tab.visible && !tab.below // a side of it
    readonly property real begin: taken && side === "left" && !upright ? tab.x + tab.width + gap : edge
    readonly property real aside: taken && side === "right" ? tab.x - gap : width - edge
    readonly property real end: upright ? width - edge : Math.min(aside, code.visible ? code.x + code.width * (1 - code.scale) - gap : aside)
    property real foot: Math.max(Tokens.margin, Tokens.legal * zoom * 1.5 + Tokens.step * 2) // for the invitation
    readonly property real upper: Math.max(edge, brow, tab.visible && tab.below && !Plan.abreast ? foot : 0)
    readonly property real rest: tab.visible && (tab.below || upright) ? tab.y - gap : height - foot
    readonly property real coded: code.y + code.height * (1 - code.scale) // where the code's card begins
    readonly property real lower: upright && code.visible ? Math.min(rest, coded - gap) : rest
    readonly property real tall: lower - upper
    readonly property real column: (code.visible && Plan.codePlace === "beside" ? Plan.code.x - code.width * Plan.codePivot - Tokens.step * (Plan.plated ? 8 : 3) : Plan.foot.right) - Plan.foot.x // of the usual price
    readonly property real usual: Math.min(Tokens.price, Plan.abreast ? (Plan.foot.bottom - Plan.head.y) * 0.6 : column / price.least) * scaled
    readonly property real share: upright ? 0.235 : 0.19 // of what a price may take for larger figures than the usual
    readonly property real most: Plan.abreast ? 1 : 0.4 // of what a price may take for its figures
    readonly property bool lone: view.major === "" && !pictured && !code.visible // words that have all of the page
    readonly property real space: lower - title.y - title.contentHeight - gap
    readonly property real spare: space - gap * 2 - least.height * zoom * zoom - (Tokens.lead * 1.4 + Tokens.legal * 2.6) * zoom // beside all else at its largest
    readonly property real measure: end - begin - (Plan.abreast ? gap * 2 : 0)
    readonly property real told: measure * (Plan.abreast ? 0.56 : 1)
    readonly property real paid: Plan.abreast ? measure * 0.44 : beside && !upright ? measure - wide - gap * 2 : measure

    readonly property real row: price.ems * usual + (view.struck === "" ? 0 : price.aside + Tokens.step * 6) // figures as large as usually, and what they were
    readonly property real slim: measure - gap * 2 - row // beside both on one line
    readonly property bool even: slim > (deep > tag + was ? measure * 0.3 : enough)
    readonly property real free: even ? slim : measure - gap * 2 - Math.max(price.ems * usual, price.aside)
    readonly property real deep: space - gap - least.height // below a text that is as large as it must be
    readonly property real below: view.fine === "" ? 0 : fine.height + Tokens.step * 2
    readonly property real high: Math.min(deep - (upright ? below : 0), Math.min(free, measure * 0.4) * 1.25)
    readonly property real wide: Math.min(free, measure * 0.4, high * 1.3)
    readonly property real was: view.struck === "" ? 0 : Tokens.lead * zoom * 1.3 + Tokens.step * 5
    readonly property real tag: usual * 0.95 + below
    readonly property real tower: deep - gap - tag - (row > measure ? was : 0) // what it leaves above it

    readonly property real enough: height * (upright ? 0.11 : 0.2)
    readonly property bool mayPicture: !Plan.abreast && !view.bare
    readonly property bool fits: mayPicture && deep > tag + (even ? 0 : was) && wide > enough && high > enough
    readonly property bool beside: fits && !(upright && tower > wide) // above it is larger
    readonly property bool above: mayPicture && !beside && tower > enough
    readonly property bool pictured: beside || above

    clip: true
    color: Tokens.card

    CodeCard {
        id: code

        readonly property real outer: root.taken && Plan.abreast && root.side === "right" ? root.aside : root.width - root.edge + root.quiet
        readonly property real above: root.taken && !root.upright && !Plan.abreast ? tab.y + tab.height + root.gap : root.edge / 2

        x: root.upright && root.side !== "left" ? root.edge - root.quiet : outer - width
        y: (tab.visible && tab.below ? tab.y - root.gap / 2 : root.height - (root.upright ? root.foot : root.edge / 2)) - height
        scale: root.upright ? root.scaled : Math.min(1, (y + height - above) / height)
        transformOrigin: root.upright && root.side !== "left" ? Item.BottomLeft : Item.BottomRight
        code: root.view.code
        text: Words.takeAlong
        zoom: Plan.abreast ? 1 : root.zoom
    }

    TapPlace {
        id: tab

        y: below ? parent.height - reach : root.upright ? Math.min(root.coded, root.height - root.edge - height) : root.upper
        side: root.side
        visible: root.view.reader && !(below && root.height < Tokens.tab * 1.5)
        pulsing: false
        whole: root.scaled < 1
        zoom: 1 + (root.zoom - 1) / (Plan.abreast ? 4 : 2)
    }

    Headline {
        id: title

        x: root.begin
        y: root.upper + (root.lone ? Math.max(0, (root.tall - contentHeight - root.gap - least.height) * 0.4) : 0)
        width: root.told
        horizontalAlignment: root.alignment
        lines: Plan.abreast ? 1 : 2
        wrapMode: Text.WordWrap // into two small lines in the height of one
        minimumPixelSize: smallest * 0.8
        slim: 0.8
        text: root.view.title
        size: Math.min(Tokens.title * root.zoom, Plan.abreast ? Math.max(root.tall * 0.2, Math.min(root.tall * 0.3, (root.tall - root.gap - least.height) * 0.65)) : root.tall * (root.upright ? 0.095 : 0.15))
        color: Tokens.ink
    }

    Line {
        id: least

        width: root.told
        visible: false // only measured: what the text needs at the least
        bottomPadding: Tokens.step // in its very height, type that is made to fit would be smaller
        lineHeight: 1.1
        text: root.view.text
        size: Tokens.lead * root.zoom
        color: Tokens.ink
    }

    Line {
        x: root.begin
        y: title.y + title.contentHeight + root.gap
        width: root.told
        height: (Plan.abreast || !price.visible ? root.lower : Math.min(root.lower - price.height, root.pictured ? cut.y : root.height) - root.gap) - y
        visible: text !== "" && height > minimumPixelSize * 1.5
        horizontalAlignment: root.alignment
        fontSizeMode: Text.Fit
        minimumPixelSize: Tokens.lead * 0.85 // a page that somebody browses is itself smaller than that
        elide: Text.ElideRight
        lineHeight: 1.1
        text: root.view.text
        size: Tokens.lead * root.zoom * root.zoom
        color: Tokens.ink
    }

    Line {
        id: fine

        width: root.upright ? root.measure : root.measure * 0.7 - root.gap * 2
        visible: false // likewise: what small print takes below the product, or beside it
        lineHeight: 1.1
        text: root.view.fine
        size: Tokens.legal * root.zoom
    }

    ProductCut {
        id: cut

        x: root.above ? root.begin + (Plan.centred ? (root.measure - width) / 2 : 0) : root.end - width // above the price, with the words
        y: (root.above ? price.y - root.gap : root.upright ? price.y + price.line : root.lower) - height
        width: root.above ? Math.min(root.measure, root.tower * 1.3) : root.wide
        height: root.above ? root.tower : root.high
        visible: root.pictured
        picture: root.picture
    }

    LargePrice {
        id: price

        x: Plan.abreast ? root.end - root.paid : root.begin
        y: root.lower - height
        width: root.paid
        visible: root.view.major !== ""
        view: root.view
        zoom: root.zoom
        beside: root.beside && root.upright ? root.wide + root.gap * 2 : 0
        wanted: root.pictured ? root.usual : Math.max(root.usual, Math.min(Math.max(root.paid * root.share, Math.min(root.paid * 0.34, root.spare)), root.tall * 0.3, room * root.most))
        room: Plan.abreast ? root.tall : root.view.text === "" ? root.space : Math.min(root.space * 0.64, root.space - root.gap - least.height - root.gap)
    }
}
