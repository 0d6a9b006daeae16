pragma ComponentBehavior: Bound

import QtQuick
import Vitrine.Stage
import Vitrine.Theme

// The price as the law lets it be stated: what it was, what it is, and the small print that belongs to it. On a plate
// of its own where the theme has one, which reaches beyond the text. Its figures are smaller where it would not fit into
// `room`, plate and all: what the law wants beside them is never cut. What it was stands above its figures, or at their
// end where that leaves them larger.
Item {
    id: root

    required property SceneView view
    required property real size
    required property real room
    property real scaled: 1 // of the page it stands on: the small print keeps its size

    readonly property color ink: Plan.framed || Plan.plated ? Tokens.figures : view.ink
    readonly property real padding: Plan.plated ? Tokens.step * 3 : 0
    readonly property real sill: Plan.plated && view.fine === "" ? size * 0.2 : padding // a comma reaches below its line
    readonly property real spacing: Tokens.step * 2
    readonly property real around: padding + sill + spacing * 2 + was.height
    readonly property real over: measure(room - around, width)
    readonly property real level: measure(room - around + was.height + spacing, width - spacing - was.width)
    readonly property bool beside: view.struck !== "" && level > over
    readonly property real ending: beside ? spacing + was.width : 0
    readonly property real tail: 0.28 // of the figures: how far a comma reaches below them
    readonly property real whole: figures.natural.height * Math.min(size / Tokens.price, width / figures.natural.width) // of its size
    readonly property real wanted: around + (view.fine === "" ? whole : fine.contentHeight + Math.max(whole + Tokens.step * 1.5, whole * (1 + tail) - Tokens.step * 2)) // room for all of that
    readonly property real used: Math.max(was.width, figures.used + ending, fine.contentWidth)

    // How high figures are at most in so much of the height, which small print shares, and of the width.
    function measure(tall: real, wide: real): real {
        const low = tall - fine.contentHeight; // below which is air for a comma's tail
        const most = view.fine === "" ? tall : Math.min(low - Tokens.step * 1.5, (low + spacing) / (1 + tail));
        const natural = figures.natural;
        return Math.min(natural.height * size / Tokens.price, most, natural.height * wide / natural.width);
    }

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

    Row {
        id: was

        x: (Plan.centred ? (root.width - (root.beside ? figures.used + root.ending : width)) / 2 : 0) + (root.beside ? figures.used + root.spacing : 0)
        y: root.beside ? figures.y + figures.height - height : 0
        spacing: root.spacing
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

    Column {
        id: lines

        width: root.width
        topPadding: was.visible && !root.beside ? was.height + root.spacing : 0
        spacing: root.spacing

        PriceFigures {
            id: figures

            width: parent.width - root.ending
            view: root.view
            size: Math.max(Tokens.lead, Tokens.price * (root.beside ? root.level : root.over) / figures.natural.height)
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
