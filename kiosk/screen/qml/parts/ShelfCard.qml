pragma ComponentBehavior: Bound

import QtQuick
import Vitrine.Stage
import Vitrine.Theme

// One article at the edge of its shelf: its name, its price, and below that what the law wants beside it, at the same
// heights on all cards. A price that changes is there at once; a line above the card tells for a while that it did.
Item {
    id: root

    required property string title
    required property string before
    required property string major
    required property string end
    required property string price // all of it, at once: its parts change one by one
    required property string struck
    required property string percent
    required property string lowest
    required property string unit
    required property string ask
    required property bool first
    required property real grown // its type, where there is room for that
    required property real most // what names take on all cards, and what they take if they are set as small as they may be
    required property real least
    required property ShelfView view

    readonly property color ink: view.ink
    readonly property real padding: Math.min(Tokens.margin, Tokens.lead) * 0.8 * grown
    readonly property real room: width - padding * 2
    readonly property real tail: 0.3 // of the figures: how far a comma reaches below them
    readonly property real ems: (usual.advanceWidth(major) + usual.advanceWidth(before + end) * figures.small) / Tokens.price
    readonly property real named: whole.contentHeight
    readonly property real slight: Math.min(tight.contentHeight, height * 0.5)
    readonly property real below: Tokens.legal * grown * (room < Tokens.legal * grown * 14 ? 6.6 : 5.2) // lines of small print
    readonly property real gap: Tokens.step * grown
    readonly property real free: height - padding * 2 - gap - below // for a name and a price
    readonly property real told: Math.max(least, Math.min(most, free - Tokens.price * grown * 0.8 * (1 + tail)))
    readonly property real tall: free - told
    readonly property real largest: Math.max(Tokens.lead, Math.min(tall / (1 + tail), Tokens.price * grown))
    readonly property real inset: Math.max(padding, (height - told - gap - largest - below) / 2) // in the middle of a higher card
    readonly property real size: Math.min(largest, room / Math.max(1, ems))
    readonly property real fit: Math.min(1, room / Math.max(1, figures.width)) // some type is wider where it is smaller
    readonly property bool roomy: figures.width * fit + was.width + Tokens.step * 2 <= room
    property string known // the last price that was certain

    onPriceChanged: {
        if (price !== "" && known !== "" && price !== known)
            news.tell();
        known = price || known;
    }
    Component.onCompleted: known = price

    FontMetrics {
        id: usual

        font {
            family: Tokens.figuresFamily
            weight: Tokens.strongWeight
            pixelSize: Tokens.price
            features: {
                "lnum": 1
            }
        }
    }

    Rectangle {
        y: root.padding
        width: Math.max(1, Tokens.stroke / 3)
        height: parent.height - y * 2
        visible: !root.first
        color: root.ink
        opacity: 0.25
    }

    NewsLine {
        id: news

        width: parent.width
    }

    component Name: Line {
        width: root.room
        wrapMode: Text.WordWrap
        lineHeight: 1.1
        text: root.title
        size: Tokens.lead * root.grown
        strong: true
        color: root.ink
    }

    Name {
        id: whole

        visible: false // only measured
    }

    Name {
        id: tight

        visible: false // likewise
        size: Tokens.legal
    }

    Name {
        id: name

        x: root.padding
        y: root.inset
        height: root.told
        verticalAlignment: Text.AlignBottom // right above its price
        fontSizeMode: Text.Fit
        minimumPixelSize: Tokens.legal
        elide: Text.ElideRight
    }

    Line {
        x: root.padding
        y: figures.y
        width: root.room
        text: root.ask
        size: Tokens.lead * root.grown
        color: root.ink
    }

    FiguresRow {
        id: figures

        x: root.padding
        y: name.y + name.height + root.gap
        scale: root.fit
        transformOrigin: Item.BottomLeft
        before: root.before
        major: root.major
        end: root.end
        size: root.size
        color: root.ink
    }

    Row {
        id: was

        x: root.roomy ? root.padding + figures.width + Tokens.step * 2 : root.padding
        y: root.roomy ? figures.y + figures.height - height : fine.y - height
        spacing: Tokens.step
        visible: root.struck !== ""

        Line {
            text: root.struck
            size: Tokens.legal * root.grown
            lineHeight: 1.1
            color: root.ink
            font.strikeout: true
        }

        Line {
            text: root.percent
            size: Tokens.legal * root.grown
            lineHeight: 1.1
            strong: true
            color: root.ink
        }
    }

    Column {
        id: fine

        x: root.padding
        y: figures.y + figures.height + root.size * root.tail + (was.visible && !root.roomy ? was.height : 0)
        width: root.room
        visible: root.major !== ""

        Line {
            width: parent.width
            text: root.lowest
            size: Tokens.legal * root.grown
            lineHeight: 1.1
            color: root.ink
        }

        Line {
            width: parent.width
            text: root.unit
            size: Tokens.legal * root.grown
            lineHeight: 1.1
            color: root.ink
        }
    }
}
