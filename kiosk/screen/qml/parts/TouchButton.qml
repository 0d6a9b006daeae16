pragma ComponentBehavior: Bound

import QtQuick
import Vitrine.Theme

// Something large to touch, or to come to with the Tab key: a sign, and below it what it does, or that alone. It turns
// dark under the finger, has the colour of keeping while what it stands for is on, and a heavy edge where the keys are.
Rectangle {
    id: root

    required property string path
    required property string text

    property real zoom: 1
    property real most: Tokens.label * zoom
    property bool on: false
    property bool plain: false // words alone, where there is no height for both
    property color ink: Tokens.ink

    signal chosen

    readonly property bool named: text !== ""

    Accessible.role: Accessible.Button
    Accessible.name: text
    activeFocusOnTab: true
    radius: Math.min(Tokens.radius, height / 2)
    color: Tokens.card
    border {
        color: root.ink
        width: activeFocus ? Tokens.stroke * 1.6 : Tokens.stroke * 0.4
    }

    Keys.onReturnPressed: chosen()
    Keys.onEnterPressed: chosen()
    Keys.onSpacePressed: chosen()

    states: [
        State {
            when: finger.pressed
            PropertyChanges {
                root.color: Tokens.ink
                root.ink: Tokens.lightInk
            }
        },
        State {
            when: root.on
            PropertyChanges {
                root.color: Tokens.wash
                root.ink: Tokens.washInk
            }
        }
    ]

    TouchSign {
        id: sign

        x: (root.width - width) / 2
        visible: !root.plain
        y: root.named ? Tokens.step * 1.5 * root.zoom : (root.height - height) / 2
        width: Tokens.step * (root.named ? 6 : 8) * root.zoom
        path: root.path
        ink: root.ink
    }

    Line {
        x: Tokens.step
        y: root.plain ? Tokens.step : sign.y + sign.height
        width: parent.width - Tokens.step * 2
        height: parent.height - y - Tokens.step
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
        wrapMode: root.plain ? Text.WordWrap : Text.NoWrap
        fontSizeMode: Text.Fit
        minimumPixelSize: Tokens.legal * 0.7
        text: root.text
        size: Math.min(Tokens.label * root.zoom, root.most)
        strong: true
        lineHeight: root.plain ? 0.85 : 1
        color: root.ink
    }

    MouseArea {
        id: finger

        anchors.fill: parent
        onClicked: root.chosen()
    }
}
