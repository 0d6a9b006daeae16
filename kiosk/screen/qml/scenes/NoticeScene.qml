pragma ComponentBehavior: Bound

import QtQuick
import Vitrine.Stage
import "../parts"

// What everybody must read, from as far away as its length allows: type as large as fits, no picture, nothing moves.
// On a strip two languages stand side by side, in one size: as large as both fit.
Rectangle {
    id: root

    required property StageView stage

    readonly property NoticeView view: stage.notice
    readonly property bool upright: height > width
    readonly property real unit: Math.min(width, height) / 24
    readonly property real margin: root.view.brief ? unit * (upright ? 1 : 1.4) : unit * 2
    readonly property bool squat: width > height * 2
    readonly property int largest: squat ? 16 : 10
    readonly property bool abreast: squat && view.second !== ""
    readonly property NoticeWords lead: abreast ? first : words
    readonly property real line: lead.contentHeight / Math.max(1, lead.lineCount)
    readonly property real head: abreast ? crown : words.y + (words.height - words.contentHeight) / 2

    readonly property real both: Math.min(firstFit.fontInfo.pixelSize, secondFit.fontInfo.pixelSize)
    readonly property real begin: upright ? margin : margin + sign.width + unit * (squat ? 2 : 1)
    readonly property real gap: unit * 4
    readonly property real column: (width - begin - margin - gap) / 2
    readonly property real crown: (height - Math.max(first.contentHeight, second.contentHeight)) / 2

    color: view.ground

    Item {
        id: sign

        x: root.margin
        y: root.upright ? Math.max(root.margin, root.head - root.unit * 1.5 - height) : Math.max(root.margin, root.head + (root.line - height) / 2)
        width: root.unit * (root.squat ? 6 : 4)
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

    NoticeWords {
        id: words

        x: root.begin
        y: root.upright ? root.margin + sign.height + (root.view.terse ? 0 : root.unit / 2) : root.margin * 0.6
        width: root.width - x - root.margin
        height: root.height - y - root.margin * 0.6
        visible: !root.abreast
        verticalAlignment: Text.AlignVCenter
        view: root.view
        text: root.view.text
        most: root.unit * (root.upright && !root.view.terse && !root.view.urgent ? 3.4 : root.largest) // larger, it stacks word upon word
        least: root.unit / 4
    }

    NoticeWords {
        id: firstFit

        width: root.column
        height: words.height
        visible: false
        view: root.view
        text: root.view.first
        most: root.unit * root.largest
        least: words.least
    }

    NoticeWords {
        id: secondFit

        width: root.column
        height: words.height
        visible: false
        view: root.view
        text: root.view.second
        most: root.unit * root.largest
        least: words.least
    }

    NoticeWords {
        id: first

        x: root.begin
        y: root.crown
        width: root.column
        visible: root.abreast
        view: root.view
        text: root.view.first
        most: root.both
        least: most
    }

    Rectangle {
        x: root.begin + root.column + root.gap / 2
        y: root.margin
        width: root.unit / 6
        height: root.height - y * 2
        visible: root.abreast
        color: root.view.ink
    }

    NoticeWords {
        id: second

        x: root.begin + root.column + root.gap
        y: root.crown
        width: root.column
        visible: root.abreast
        view: root.view
        text: root.view.second
        most: root.both
        least: most
    }
}
