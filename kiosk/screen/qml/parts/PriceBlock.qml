pragma ComponentBehavior: Bound

import QtQuick
import Vitrine.Stage
import Vitrine.Theme

// The price as the law lets it be stated: what it was, what it is, and the small print that belongs to it. On a plate
// of its own where the theme has one, which reaches beyond the text. Its figures are smaller where it would not fit into
// `room`, plate and all: what the law wants beside them is never cut.
Item {
    id: root

    required property SceneView view
    required property real size
    required property real room
    property real scaled: 1 // of the page it stands on: the small print keeps its size

    readonly property color ink: Plan.framed || Plan.plated ? Tokens.figures : view.ink
    readonly property real padding: Plan.plated ? Tokens.step * 3 : 0
    readonly property real sill: Plan.plated && view.fine === "" ? size * 0.2 : padding // a comma reaches below its line
    readonly property real around: padding + sill + lines.spacing * 2 + was.height
    readonly property real spare: room - around
    readonly property real low: spare - fine.contentHeight // what small print leaves, below which is air for a comma's tail
    readonly property real most: view.fine === "" ? spare : Math.min(low - Tokens.step * 1.5, (low + Tokens.step * 2) / (1 + tail))
    readonly property real tail: 0.28 // of the figures: how far a comma reaches below them
    readonly property real whole: figures.natural.height * Math.min(size / Tokens.price, width / figures.natural.width) // of its size
    readonly property real wanted: around + (view.fine === "" ? whole : fine.contentHeight + Math.max(whole + Tokens.step * 1.5, whole * (1 + tail) - Tokens.step * 2)) // room for all of that
    readonly property real used: Math.max(was.width, figures.used, fine.contentWidth)

    visible: view.major !== ""
    height: lines.height + sill

    Rectangle {
        x: (Plan.centred ? (root.width - root.used) / 2 : 0) - root.padding
        y: -root.padding
        width: root.used + root.padding * 2
        height: root.padding + root.height
        visible: Plan.plated
        radius: Tokens.radius
        color: Tokens.plate
    }

    Column {
        id: lines

        width: root.width
        spacing: Tokens.step * 2

        Row {
            id: was

            x: Plan.centred ? (parent.width - width) / 2 : 0
            spacing: Tokens.step * 2
            visible: root.view.struck !== ""

            Line {
                text: root.view.struck
                size: Tokens.lead
                lineHeight: 1
                color: root.ink
                font.strikeout: true
            }

            Line {
                text: root.view.percent
                size: Tokens.lead
                strong: true
                lineHeight: 1
                color: root.ink
            }
        }

        PriceFigures {
            id: figures

            width: parent.width
            view: root.view
            size: Math.max(Tokens.lead, Math.min(root.size, Tokens.price * root.most / figures.natural.height))
        }

        Line {
            id: fine

            width: parent.width
            topPadding: Math.max(Tokens.step * 1.5, figures.height * root.tail - Tokens.step * 2) // below a comma's tail
            horizontalAlignment: Plan.centred ? Text.AlignHCenter : Text.AlignLeft
            text: root.view.fine
            size: Tokens.legal / root.scaled
            lineHeight: 1.1
            color: root.ink
        }
    }
}
