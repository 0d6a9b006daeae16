pragma ComponentBehavior: Bound

import QtQuick

// What lies above fades in anew at every turn, over what lies below.
Item {
    id: root

    required property int fadeMs
    property url below
    property url above
    property int turn: 0

    onTurnChanged: fade.restart()

    Image {
        anchors.fill: parent
        source: root.below
        cache: false
    }

    Image {
        id: upper

        anchors.fill: parent
        source: root.above
        cache: false
    }

    NumberAnimation {
        id: fade

        target: upper
        property: "opacity"
        from: 0
        to: 1
        duration: root.fadeMs
    }
}
