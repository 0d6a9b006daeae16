pragma ComponentBehavior: Bound

import QtQuick
import Vitrine.Stage
import Vitrine.Theme

// The offer for whoever sees little: no picture, as much type as has room, dark on light.
Rectangle {
    id: root

    required property SceneView view

    readonly property real zoom: 1.5
    readonly property real inner: width - Tokens.margin * 2
    readonly property bool upright: height > width

    radius: Tokens.radius
    color: Tokens.card

    CodeCard {
        id: code

        x: root.upright ? Tokens.margin : root.width - Tokens.margin - width
        y: root.height - Tokens.margin / 2 - height
        code: root.view.code
        text: Words.takeAlong
    }

    Column {
        x: Tokens.margin
        y: Tokens.margin * 0.75
        width: root.upright || !code.visible ? root.inner : root.inner - code.width - Tokens.step * 5
        spacing: Tokens.step * 3

        Headline {
            width: parent.width
            text: root.view.title
            size: Tokens.headline
            color: Tokens.ink
        }

        Line {
            width: parent.width
            maximumLineCount: root.upright ? 6 : 4
            elide: Text.ElideRight
            text: root.view.text
            size: Tokens.lead * root.zoom
            color: Tokens.ink
        }

        Figures {
            text: root.view.before + root.view.major + root.view.minor
            size: Tokens.price
            color: Tokens.ink
        }

        Line {
            width: parent.width
            text: root.view.struck
            size: Tokens.lead
            font.strikeout: true
            color: Tokens.ink
        }

        Line {
            width: parent.width
            text: root.view.fine
            size: Tokens.legal * root.zoom
            color: Tokens.ink
        }
    }
}
