pragma ComponentBehavior: Bound

import QtQuick
import Vitrine.Stage
import Vitrine.Theme

// A price for whoever sees little, with all that belongs to it; smaller where it would not fit into `room`,
// though never smaller than it usually is.
Column {
    id: root

    required property SceneView view
    required property real figures
    required property real zoom
    required property real room

    spacing: Tokens.step * 2
    scale: Math.max(1 / zoom, Math.min(1, room / Math.max(1, height)))
    transformOrigin: Item.BottomLeft

    Flow {
        width: root.width
        spacing: Tokens.step * 3

        Figures {
            id: price

            text: root.view.before + root.view.major + root.view.minor
            size: Math.min(Tokens.price, root.figures)
            color: Tokens.ink
        }

        Line {
            height: Math.min(price.height, implicitHeight * 1.6)
            verticalAlignment: Text.AlignBottom
            text: root.view.struck
            size: Tokens.lead * root.zoom
            font.strikeout: true
            lineHeight: 1
            color: Tokens.ink
        }
    }

    Line {
        width: root.width
        lineHeight: 1.1
        text: root.view.fine
        size: Tokens.legal * root.zoom
        color: Tokens.ink
    }
}
