pragma ComponentBehavior: Bound

import QtQuick

// Two pictures, of which the upper one fades in again and again.
Item {
    id: root

    required property list<url> pictures
    required property int fadeMs
    property int turn: 0

    Image {
        anchors.fill: parent
        source: root.pictures[root.turn % root.pictures.length]
    }

    Image {
        id: upper

        anchors.fill: parent
        source: root.pictures[(root.turn + 1) % root.pictures.length]
    }

    NumberAnimation {
        id: fade

        target: upper
        property: "opacity"
        from: 0
        to: 1
        duration: root.fadeMs
        running: true
        onFinished: {
            root.turn += 1;
            restart();
        }
    }
}
