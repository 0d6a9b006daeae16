pragma ComponentBehavior: Bound

import QtQuick
import Vitrine.Stage
import Vitrine.Theme

// For whoever sets a new screen up: the code to approve, and where. It has the glass for itself while nothing plays, and
// lies in a corner of it otherwise; on a shelf's edge, between words and picture.
Item {
    id: root

    required property EnrolmentView view

    readonly property bool strip: width > height * 3
    readonly property real corner: Math.min(width, height) / (strip ? 10 : height > width ? 24 : 19)
    readonly property real unit: view.alone ? Math.min(width / 16, height / 9) : corner
    readonly property real type: view.alone && height > width ? unit * 1.5 : unit // upright, the code takes all the width, and words have height to spare
    readonly property int across: view.alone ? Text.AlignHCenter : Text.AlignLeft

    Rectangle {
        x: root.view.alone ? 0 : root.strip ? (root.width - width) / 2 : Tokens.margin / 2
        y: root.view.alone ? 0 : root.strip ? (root.height - height) / 2 : Tokens.margin / 2
        width: root.view.alone ? root.width : words.width + root.unit * 2
        height: root.view.alone ? root.height : words.height + root.unit * 1.5
        radius: root.view.alone ? 0 : Tokens.radius
        color: Tokens.card

        Column {
            id: words

            anchors.centerIn: parent
            width: root.view.alone ? root.width - Tokens.margin : root.unit * 13
            spacing: root.type / (root.type > root.unit ? 2 : 8)

            Line {
                width: parent.width
                horizontalAlignment: root.across
                text: root.view.title
                size: root.type * 0.75
                color: Tokens.ink
            }

            Text {
                width: parent.width
                horizontalAlignment: root.across
                visible: text !== ""
                textFormat: Text.PlainText
                text: root.view.code
                color: Tokens.ink
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: Tokens.legal
                font {
                    family: Tokens.textFamily
                    weight: Tokens.strongWeight
                    pixelSize: root.unit * 2.2
                    letterSpacing: root.unit / 12
                }
            }

            Line {
                width: parent.width
                horizontalAlignment: root.across
                text: root.view.line
                size: root.type * 0.55
                color: Tokens.ink
            }

            Line {
                width: parent.width
                horizontalAlignment: root.across
                wrapMode: text.length > 48 ? Text.WrapAnywhere : Text.NoWrap
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: Tokens.legal
                text: root.view.where
                size: root.type * 0.65
                color: Tokens.ink
                strong: true
            }

            EvenLine {
                x: root.view.alone ? (parent.width - width) / 2 : 0
                room: parent.width
                horizontalAlignment: root.across
                topPadding: root.unit / 4
                text: root.view.aside
                size: root.type * 0.45
                color: Tokens.ink
            }
        }
    }
}
