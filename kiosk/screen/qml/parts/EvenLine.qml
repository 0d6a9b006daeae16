pragma ComponentBehavior: Bound

import QtQuick

// Running text in lines of about one length, within `room`: no word stands alone on the last one.
Line {
    id: root

    required property real room

    readonly property int rows: Math.max(1, Math.ceil(whole.advanceWidth / room))

    width: rows > 1 ? Math.min(room, whole.advanceWidth / rows + size * 3) : room // as much more as a word may stick out

    TextMetrics {
        id: whole

        font: root.font
        text: root.text
    }
}
