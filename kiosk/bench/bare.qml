pragma ComponentBehavior: Bound

import QtQuick

// What every offer screen must at least paint: one picture, three texts and a code.
Item {
    id: root

    property string picture
    property string title
    property string line
    property string price
    property string code

    readonly property int large: 84

    Image {
        anchors.fill: parent
        source: root.picture
    }

    Text {
        x: root.large
        y: root.large
        width: parent.width / 2
        textFormat: Text.PlainText
        wrapMode: Text.WordWrap
        text: root.title
        font.pixelSize: root.large
    }

    Text {
        x: root.large
        y: root.large * 4
        width: parent.width / 2
        textFormat: Text.PlainText
        wrapMode: Text.WordWrap
        text: root.line
        font.pixelSize: root.large / 2
    }

    Text {
        x: root.large
        y: parent.height - root.large * 2
        textFormat: Text.PlainText
        text: root.price
        font.pixelSize: root.large
    }

    Rectangle {
        x: parent.width / 2 - width
        y: parent.height - root.large - height
        width: code.width
        height: code.height
        visible: root.code !== ""

        Image {
            id: code

            source: root.code
        }
    }
}
