pragma ComponentBehavior: Bound

import QtQuick
import Vitrine.Theme

// The colour of a moment, which runs over the glass from the reader's edge.
Item {
    id: root

    required property string side

    // What is written on it waits until then: on the picture it might not read.
    readonly property bool reached: spread > 0.6

    property real spread: 0

    function flow(): void {
        flood.restart();
    }

    NumberAnimation on spread {
        id: flood

        running: false
        from: 0.3
        to: 1
        duration: Tokens.washMs
        easing.type: Easing.OutCubic
    }

    Rectangle {
        readonly property bool rises: root.side === "below"

        x: root.side === "right" ? root.width - width : 0
        y: root.height - height
        width: rises ? root.width : Math.ceil(root.width * root.spread)
        height: rises ? Math.ceil(root.height * root.spread) : root.height
        color: Tokens.wash
    }
}
