pragma ComponentBehavior: Bound

import QtQuick
import Vitrine.Theme

// A stamp that falls on its place of a stamp card, and never quite straight.
Rectangle {
    id: root

    required property real fallen // 0: it is not there, 1: it is
    required property real tilt

    opacity: Math.min(1, fallen * 2)
    scale: 1.8 - 0.8 * fallen
    rotation: tilt
    antialiasing: true
    color: Tokens.wash

    Tick {
        anchors.centerIn: parent
        width: parent.width * 0.72
        ink: Tokens.washInk
    }
}
