pragma ComponentBehavior: Bound

import QtQuick
import Vitrine.Stage
import Vitrine.Theme

// The offer for whoever sees little: no picture, but type half as large again, dark on light.
Rectangle {
    id: root

    required property SceneView view

    readonly property real zoom: 1.5
    readonly property bool upright: height > width
    readonly property real edge: Tokens.margin * 0.75
    readonly property real inner: width - edge * 2
    readonly property real room: (upright && code.visible ? code.y : height) - edge * 1.5

    color: Tokens.card

    CodeCard {
        id: code

        x: root.upright ? root.edge : root.width - root.edge - width
        y: root.height - root.edge / 2 - height
        scale: Math.min(1, (root.height - root.edge) / height)
        transformOrigin: Item.BottomRight
        code: root.view.code
        text: Words.takeAlong
    }

    Column {
        x: root.edge
        y: root.edge
        width: root.upright || !code.visible ? root.inner : root.inner - code.width - Tokens.step * 3
        spacing: Tokens.step * 2
        scale: Math.min(1, root.room / height)
        transformOrigin: Item.TopLeft

        Item {
            width: parent.width
            height: title.contentHeight

            Headline {
                id: title

                width: parent.width
                text: root.view.title
                size: Tokens.title * 1.2
                color: Tokens.ink
            }
        }

        Line {
            width: parent.width
            maximumLineCount: 3
            elide: Text.ElideRight
            lineHeight: 1.1
            text: root.view.text
            size: Tokens.lead * root.zoom
            color: Tokens.ink
        }

        Figures {
            text: root.view.before + root.view.major + root.view.minor
            size: Math.min(Tokens.price, root.inner * 0.15)
            color: Tokens.ink
        }

        Line {
            text: root.view.struck
            size: Tokens.lead * root.zoom
            font.strikeout: true
            lineHeight: 1
            color: Tokens.ink
        }

        Line {
            width: parent.width
            lineHeight: 1.1
            text: root.view.fine
            size: Tokens.legal * root.zoom
            color: Tokens.ink
        }
    }
}
