pragma ComponentBehavior: Bound

import QtQuick
import Vitrine.Stage
import Vitrine.Theme

// The price as the law lets it be stated: what it was, what it is, and the small print that belongs to it.
Column {
    id: root

    required property SceneView view
    required property real size
    property bool plain: false

    visible: view.major !== ""
    spacing: Tokens.step * 2

    Row {
        spacing: Tokens.step * 2
        visible: !root.plain && root.view.struck !== ""

        Figures {
            text: root.view.struck
            size: Tokens.lead
            color: root.view.ink
            font.strikeout: true
        }

        Figures {
            text: root.view.percent
            size: Tokens.lead
            color: root.view.ink
            strong: true
        }
    }

    PriceFigures {
        width: parent.width
        view: root.view
        largest: root.size
    }

    Column {
        width: parent.width
        topPadding: Tokens.step
        visible: root.view.unit !== "" || (!root.plain && root.view.lowest !== "")

        Line {
            width: parent.width
            text: root.view.unit
            size: Tokens.legal
            color: root.view.ink
        }

        Line {
            width: parent.width
            text: root.plain ? "" : root.view.lowest
            size: Tokens.legal
            color: root.view.ink
        }
    }
}
