pragma ComponentBehavior: Bound

import QtQuick
import Vitrine.Stage
import Vitrine.Theme

// The price as the law lets it be stated: what it was, what it is, and the small print that belongs to it.
Column {
    id: root

    required property SceneView view
    required property real size

    visible: view.major !== ""
    spacing: Tokens.step * 2

    Row {
        spacing: Tokens.step * 2
        visible: root.view.struck !== ""

        Line {
            text: root.view.struck
            size: Tokens.lead
            lineHeight: 1
            color: root.view.ink
            font.strikeout: true
        }

        Line {
            text: root.view.percent
            size: Tokens.lead
            strong: true
            lineHeight: 1
            color: root.view.ink
        }
    }

    PriceFigures {
        width: parent.width
        view: root.view
        size: root.size
    }

    Line {
        width: parent.width
        topPadding: Tokens.step * 1.5
        text: root.view.fine
        size: Tokens.legal
        lineHeight: 1.1
        color: root.view.ink
    }
}
