pragma ComponentBehavior: Bound

import QtQuick
import Vitrine.Stage
import Vitrine.Theme

// What the print of an offer shows that has no picture: its name, and large below it what it costs.
Item {
    id: root

    required property SceneView view

    readonly property real foot: figures.visible ? (figures.height + figures.size * 0.2) * figures.scale : 0 // a comma reaches below its line

    Headline {
        width: parent.width
        height: parent.height - root.foot - Tokens.step * 3
        verticalAlignment: figures.visible ? Text.AlignTop : Text.AlignVCenter
        minimumPixelSize: smallest * 0.7
        text: root.view.title
        size: Tokens.title
        color: Tokens.ink
    }

    FiguresRow {
        id: figures

        y: parent.height - root.foot - (height - height * scale)
        scale: Math.min(1, root.width / Math.max(1, width), root.height * 0.5 / Math.max(1, height))
        transformOrigin: Item.BottomLeft
        before: root.view.before
        major: root.view.major
        end: root.view.minor
        size: Tokens.price * 2
        color: Tokens.ink
    }
}
