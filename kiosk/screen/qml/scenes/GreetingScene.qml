pragma ComponentBehavior: Bound

import QtQuick
import Vitrine.Stage
import Vitrine.Theme
import "../parts"

// The moment of somebody who comes in, or for what she ordered: a word or a code to be read from afar, and a line below.
Item {
    id: root

    required property StageView stage

    readonly property SceneView view: stage.greeting
    readonly property int alignment: Plan.centred ? Text.AlignHCenter : Text.AlignLeft

    Component.onCompleted: wash.flow()

    Wash {
        id: wash

        anchors.fill: parent
        side: root.stage.side
    }

    Headline {
        id: title

        x: Tokens.margin
        y: (root.height - contentHeight - line.height - Tokens.step * 3) / 2
        width: root.width - Tokens.margin * 2
        height: root.height * 0.4
        visible: wash.reached
        horizontalAlignment: root.alignment
        lines: Plan.abreast ? 1 : 2
        minimumPixelSize: smallest * 0.6
        text: root.view.saying
        size: Math.min(Tokens.headline * 3, root.height * 0.36)
        color: Tokens.washInk
    }

    EvenLine {
        id: line

        x: Plan.centred ? (root.width - width) / 2 : title.x
        y: title.y + title.contentHeight + Tokens.step * 3
        room: title.width
        visible: text !== "" && wash.reached
        horizontalAlignment: root.alignment
        text: root.view.sayingLine
        size: Tokens.lead * 1.5
        color: Tokens.washInk
    }

    Line {
        x: title.x
        y: root.height - Tokens.margin - height
        width: title.width
        visible: Tokens.bar === "none" && y > line.y + line.height + Tokens.step * 3 && wash.reached
        horizontalAlignment: root.alignment
        text: root.stage.brand
        size: Tokens.label
        strong: true
        lineHeight: 1
        color: Tokens.washInk
    }
}
