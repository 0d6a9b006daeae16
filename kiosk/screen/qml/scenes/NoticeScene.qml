pragma ComponentBehavior: Bound

import QtQuick
import Vitrine.Stage

// What everybody must read, from as far away as its length allows: type as large as fits, no picture, nothing moves.
Rectangle {
    id: root

    required property StageView stage

    readonly property NoticeView view: stage.notice
    readonly property bool upright: height > width
    readonly property real unit: Math.min(width, height) / 24
    readonly property real margin: root.view.brief ? unit * (upright ? 1 : 1.4) : unit * 2
    readonly property real line: words.contentHeight / Math.max(1, words.lineCount)

    color: view.ground

    Item {
        id: sign

        x: root.margin
        y: root.upright ? root.margin : Math.max(root.margin, words.y + (words.height - words.contentHeight + root.line - height) / 2)
        width: root.unit * (root.width > root.height * 2 ? 6 : 4)
        height: width

        Rectangle {
            anchors.centerIn: parent
            width: root.view.shape === "diamond" ? parent.width * Math.SQRT1_2 : parent.width
            height: width
            radius: root.view.shape === "disc" ? width / 2 : width / 12
            rotation: root.view.shape === "diamond" ? 45 : 0
            antialiasing: true
            color: root.view.ink
        }

        Text {
            anchors.centerIn: parent
            textFormat: Text.PlainText
            text: root.view.sign
            color: root.view.ground
            font {
                family: root.view.family
                weight: root.view.weight
                pixelSize: sign.height * (root.view.shape === "diamond" ? 0.6 : 0.8)
            }
        }
    }

    Text {
        id: words

        x: root.upright ? root.margin : root.margin + sign.width + root.unit
        y: root.upright ? sign.y + sign.height : root.margin * 0.6
        width: root.width - x - root.margin
        height: root.height - y - root.margin * 0.6
        textFormat: Text.PlainText
        text: root.view.text
        color: root.view.ink
        wrapMode: Text.WordWrap
        verticalAlignment: Text.AlignVCenter
        fontSizeMode: Text.Fit
        minimumPixelSize: root.unit / 4
        font {
            family: root.view.family
            weight: root.view.weight
            pixelSize: root.unit * (root.upright && !root.view.terse ? 3.4 : 10) // larger, it stacks word upon word
        }
    }
}
