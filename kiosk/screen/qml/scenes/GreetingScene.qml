pragma ComponentBehavior: Bound

import QtQuick
import Vitrine.Stage
import Vitrine.Theme
import "../parts"

// The moment of somebody who comes in, or for what she ordered: a word or a code to be read from afar, and a line below
// it, or on a strip beside it.
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
        y: (root.height - contentHeight - (Plan.abreast ? 0 : line.height + Tokens.step * 3)) / 2
        width: Plan.abreast ? root.width * 0.6 : root.width - Tokens.margin * 2
        height: root.height * (Plan.abreast ? 0.8 : 0.4)
        visible: wash.reached
        horizontalAlignment: Plan.abreast ? Text.AlignLeft : root.alignment
        lines: Plan.abreast ? 1 : 2
        minimumPixelSize: smallest * 0.6
        text: root.view.saying
        size: Math.min(Tokens.headline * 3, root.height * (Plan.abreast ? 0.5 : 0.36))
        color: Tokens.washInk
    }

    EvenLine {
        id: line

        x: Plan.abreast ? title.x + title.contentWidth + Tokens.margin * 1.5 : Plan.centred ? (root.width - width) / 2 : title.x
        y: Plan.abreast ? (root.height - height) / 2 : title.y + title.contentHeight + Tokens.step * 3
        room: Plan.abreast ? root.width - Tokens.margin - x : title.width
        visible: text !== "" && wash.reached
        horizontalAlignment: Plan.abreast ? Text.AlignLeft : root.alignment
        text: root.view.sayingLine
        size: Tokens.lead * (Plan.abreast ? 2 : 1.5)
        color: Tokens.washInk
    }

    Line {
        x: title.x
        y: root.height - Tokens.margin - height
        width: title.width
        visible: Tokens.bar === "none" && !Plan.abreast && y > line.y + line.height + Tokens.step * 3 && wash.reached
        horizontalAlignment: root.alignment
        text: root.stage.brand
        size: Tokens.label
        strong: true
        lineHeight: 1
        color: Tokens.washInk
    }
}
